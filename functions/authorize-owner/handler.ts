import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { GitHubEnterpriseOwners } from '../../shared/adapters/github-owners/enterprise-owners.ts';
import { sessionSeal } from '../../shared/adapters/sessions/jwe-seal.ts';
import {
  type OwnerResponse,
  ownerRequestSchema,
  ownerResponseSchema,
} from '../../shared/contracts/http/owner-request.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { KEPT_SECRET_MS, keptFor } from '../../shared/runtime/kept-for.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type AuthorizeOwnerPorts, authorizeOwner } from './authorize-owner.ts';
import { type Config, configSchema } from './config.ts';
import { RecentChecks } from './recent-checks.ts';

// Once per cold start.
const logger = createLogger('authorize-owner');
const ports = lazy(() => connect(readConfig(configSchema)));

function connect({ ENTERPRISE_SLUG, GITHUB_API_URL, SESSION_KEY_SECRET_ID }: Config): AuthorizeOwnerPorts {
  const github = new GitHubEnterpriseOwners({
    apiUrl: GITHUB_API_URL,
    enterprise: ENTERPRISE_SLUG,
    onFailure: (failure) => logger.warn('GitHub could not be asked', { failure }),
  });
  const sessionKey = keptFor(KEPT_SECRET_MS, () => readSessionKey(SESSION_KEY_SECRET_ID));
  return { owners: new RecentChecks(github, Date.now), sessions: sessionSeal(sessionKey) };
}

/** Loads AWS's client with the first session: it is larger than all else, and a token needs none. */
async function readSessionKey(secretId: string): Promise<string> {
  const { storedSessionKey } = await import('../../shared/adapters/secrets-manager/stored-session-key.ts');
  return storedSessionKey(secretId);
}

// Once per event.
async function authorize(event: APIGatewayRequestAuthorizerEventV2): Promise<OwnerResponse> {
  const request = ownerRequestSchema.parse(event);
  const context = await authorizeOwner(ports(), request, new Date());
  return ownerResponseSchema.parse({ isAuthorized: true, context });
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle: authorize,
  completion: ({ context }) => ({ verdict: context.verdict }),
});
