import * as z from 'zod';
import type { OwnerCheck } from '../../github-ports.ts';

/**
 * `viewerIsAdmin` alone may also be true of billing managers, whom the schema counts among the administrators
 * (`EnterpriseAdministratorRole`); no source says. `ownerInfo` is there for owners only, and only for a token with
 * read:enterprise or admin:enterprise: a token that an owner made for something else opens nothing here.
 */
export const OWNER_QUERY = `query ($enterprise: String!) {
  viewer { login }
  enterprise(slug: $enterprise) { viewerIsAdmin ownerInfo { __typename } }
}`;

/** How GitHub refuses a token that it knows. Enforcement of SAML is FORBIDDEN. */
const REFUSALS: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES']);

const errorsSchema = z.object({ errors: z.array(z.object({ type: z.string().optional() })).optional() });

const dataSchema = z.object({
  data: z.object({
    viewer: z.object({ login: z.string().min(1) }),
    enterprise: z.object({ viewerIsAdmin: z.boolean(), ownerInfo: z.looseObject({}).nullable() }).nullable(),
  }),
});

export interface GitHubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What GitHub's answer to the query means. An answer that says nothing clear makes nobody an owner. */
export function ownerCheckOf(answer: GitHubAnswer): OwnerCheck {
  if (answer.status === 200) return judge(parseJson(answer.text));
  if (answer.status === 401) return { verdict: 'unauthenticated' };
  if (answer.status === 403 && !isRateLimit(answer)) return { verdict: 'forbidden' };
  return { verdict: 'unavailable' };
}

function judge(body: unknown): OwnerCheck {
  const answer = errorsSchema.safeParse(body);
  if (!answer.success) return { verdict: 'unavailable' };
  const { errors } = answer.data;
  if (errors !== undefined) {
    const isRefused = errors.length > 0 && errors.every(({ type = '' }) => REFUSALS.has(type));
    return { verdict: isRefused ? 'forbidden' : 'unavailable' };
  }
  const answered = dataSchema.safeParse(body);
  if (!answered.success) return { verdict: 'unavailable' };
  const { viewer, enterprise } = answered.data.data;
  const isOwner = enterprise?.viewerIsAdmin === true && enterprise.ownerInfo !== null;
  return isOwner ? { verdict: 'owner', login: viewer.login } : { verdict: 'forbidden' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A 403 may also be a limit, primary or secondary, which says nothing about the token.
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
function isRateLimit({ headers, text }: GitHubAnswer): boolean {
  return (
    headers.has('retry-after') ||
    headers.get('x-ratelimit-remaining') === '0' ||
    text.includes('secondary rate limit')
  );
}
