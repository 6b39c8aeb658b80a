import type * as z from 'zod';
import { licenseSettings, userStats } from '../../contracts/github-server/instance-totals.ts';
import { type AccountState, unpackState } from '../../domain/account-state.ts';
import { PullError } from '../../domain/pull-error.ts';
import type { ServerAccounts } from '../../domain/server-accounts.ts';
import type { CrossCheck } from '../../domain/sync-run.ts';
import type { PullCall } from '../../github-ports.ts';
import { discard } from './answer.ts';
import { AnswerContent } from './answer-content.ts';
import type { InstanceRequests } from './instance-requests.ts';
import { failureOfAnswer, serverFailure } from './server-failures.ts';

/** A handful of numbers. */
const MAX_BYTES = 64 * 1024;

interface TotalsRequest {
  readonly requests: InstanceRequests;
  readonly token: string;
  readonly call: PullCall;
  readonly timeoutMs: number;
}

/**
 * What the instance tells of itself beside what was counted. Asked once, for a short time: a snapshot that is there
 * must not be lost for it. What cannot be had is left out; the license settings are for site administrators only.
 * @throws PullError only when the call is aborted.
 */
export async function crossChecks(request: TotalsRequest, accounts: ServerAccounts): Promise<CrossCheck[]> {
  const license = await totals(request, {
    asked: 'the license settings',
    path: '/api/v3/enterprise/settings/license',
    schema: licenseSettings,
  });
  const users = await totals(request, {
    asked: 'the user statistics',
    path: '/api/v3/enterprise/stats/users',
    schema: userStats,
  });
  return compared({ ...license, ...users }, accounts);
}

interface Totals<Shape> {
  readonly asked: string;
  readonly path: string;
  readonly schema: z.ZodType<Shape>;
}

async function totals<Shape>(request: TotalsRequest, what: Totals<Shape>): Promise<Shape | null> {
  try {
    return await readTotals(request, what);
  } catch (error) {
    if (!(error instanceof PullError) || request.call.signal.aborted) throw error;
    return null;
  }
}

async function readTotals<Shape>(
  { requests, token, call, timeoutMs }: TotalsRequest,
  { asked, path, schema }: Totals<Shape>,
): Promise<Shape> {
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(timeoutMs)]);
  const authorization = `token ${token}`;
  const answer = await requests.get({ asked, path, authorization, accept: 'application/json', signal });
  if (answer.status !== 200) {
    discard(answer);
    throw failureOfAnswer(asked, answer);
  }
  const text = await shortText(new AnswerContent(answer, asked, signal), asked);
  const parsed = schema.safeParse(parseJson(text, asked));
  if (parsed.success) return parsed.data;
  throw serverFailure('unreadable-answer', asked, 'other members than documented');
}

async function shortText(content: AnswerContent, asked: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content.bytes()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) throw serverFailure('unreadable-answer', asked, 'too long');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string, asked: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw serverFailure('unreadable-answer', asked, 'no JSON');
  }
}

type Told = Partial<z.infer<typeof licenseSettings> & z.infer<typeof userStats>>;

/** How each number is counted. `seats_used` leaves out the users that an instance makes for itself, such as `ghost`. */
const COUNTS = {
  seats_used: ({ suspended, systemUser }) => suspended !== true && systemUser === null,
  total_users: () => true,
  admin_users: ({ siteAdmin }) => siteAdmin === true,
  suspended_users: ({ suspended }) => suspended === true,
} as const satisfies Record<keyof Told, (state: AccountState) => boolean>;

function compared(told: Told, accounts: ServerAccounts): CrossCheck[] {
  const names = ['seats_used', 'total_users', 'admin_users', 'suspended_users'] as const;
  return names.flatMap((name) => {
    const number = told[name];
    return number === undefined
      ? []
      : [{ name, told: number, counted: countAccounts(accounts, COUNTS[name]) }];
  });
}

function countAccounts(accounts: ServerAccounts, counts: (state: AccountState) => boolean): number {
  let counted = 0;
  for (let position = 0; position < accounts.length; position++) {
    if (counts(unpackState(accounts.stateAt(position)))) counted += 1;
  }
  return counted;
}
