import * as z from 'zod';
import {
  failureOfGraphQLError,
  type GraphQLError,
  graphqlAnswer,
} from '../../contracts/github/graphql-answer.ts';
import { PullError } from '../../domain/pull-error.ts';
import type { PullFailure } from '../../domain/sync-run.ts';
import { failureOfStatus } from '../refused-request.ts';
import { isUntrustedCertificate } from '../untrusted-certificate.ts';
import { CutOffAnswerError } from './send.ts';

/** A word of GitHub's, as `NOT_FOUND`: it may be told again. */
const ERROR_TYPE = /^[A-Z_]+$/;

/** What a failure means, and what to do about it. Nothing of the request or of the answer is ever told. */
const ADVICE: Readonly<Record<PullFailure, string>> = {
  unauthorized: 'GitHub does not know the token: renew it in the connections secret',
  forbidden:
    'the token may not see it: it has to be a classic one of an enterprise owner, with the scopes ' +
    '`read:enterprise` and `read:org`',
  'not-found':
    'GitHub shows this token no such thing: check the slug of the enterprise, and that the token is of an owner',
  'rate-limited': "GitHub's rate limit leaves no time before the deadline: sync again later",
  'report-not-ready': 'GitHub is still preparing it: sync again later',
  unavailable: 'GitHub could not be reached, or has a fault: sync again later',
  'timed-out': 'GitHub did not answer in time: sync again later',
  'untrusted-certificate': "the certificate of GitHub's API is not trusted: check what is in between",
  'unreadable-answer':
    'the answer is not what GitHub documents: check the URL of the API and what is in between',
  'incomplete-answer': 'the answer is not complete, or changed while it was read: sync again',
  internal: 'an unexpected failure: see the code',
};

/**
 * @param asked what was asked for, in a few words.
 * @param detail what happened, as a status or a place; never a value.
 */
export function pullFailure(failure: PullFailure, asked: string, detail?: string): PullError {
  return new PullError(failure, [asked, detail, ADVICE[failure]].filter(Boolean).join(': '));
}

/**
 * For whatever a request failed with. The error itself is left behind: Octokit's hold the request and the answer,
 * and their messages quote both.
 */
export function pullErrorOf(error: unknown, asked: string, signal: AbortSignal): PullError {
  if (error instanceof PullError) return error;
  if (signal.aborted) return pullFailure('timed-out', asked);
  const refused = refusal.safeParse(error);
  if (!refused.success) return pullFailure(failureOfCauses(error), asked);
  const { status } = refused.data.response;
  return pullFailure(failureOfRefusal(refused.data.response), asked, `HTTP ${status}`);
}

/** An answer that does not fit its schema, whose messages tell what is expected and never what came. */
export function unreadable(asked: string, { issues: [issue] }: z.ZodError): PullError {
  const place = issue?.path.join('.') || 'the answer';
  return pullFailure('unreadable-answer', asked, issue && `${place}: ${issue.message}`);
}

export function graphqlFailure(asked: string, error: GraphQLError): PullError {
  const { type } = error;
  return pullFailure(failureOfGraphQLError(error), asked, type && ERROR_TYPE.test(type) ? type : undefined);
}

/** An error of Octokit's that GitHub's answer is the reason of. */
const refusal = z.object({
  response: z.object({
    status: z.number(),
    headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
    data: z.unknown(),
  }),
});
type Refusal = z.infer<typeof refusal>['response'];

function failureOfRefusal(answer: Refusal): PullFailure {
  const { status } = answer;
  return status === 200 ? failureOfErrors(answer) : failureOfStatus(status, isRateLimit(answer));
}

function isRateLimit({ headers, data }: Refusal): boolean {
  const { message } = z.object({ message: z.string() }).catch({ message: '' }).parse(data);
  const isSpent = String(headers['x-ratelimit-remaining']) === '0';
  return isSpent || headers['retry-after'] !== undefined || /secondary rate limit/i.test(message);
}

/** The plugins make errors of GraphQL answers that are worth another try: a limit, and a fault within GitHub. */
function failureOfErrors({ data }: Refusal): PullFailure {
  const errors = graphqlAnswer.safeParse(data).data?.errors ?? [];
  return errors.map(failureOfGraphQLError).includes('rate-limited') ? 'rate-limited' : 'unavailable';
}

/** Of an error without an answer. */
export function failureOfCauses(error: unknown): PullFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof CutOffAnswerError) return 'incomplete-answer';
    if (cause.name === 'TimeoutError') return 'timed-out';
    if ('code' in cause) {
      return isUntrustedCertificate(String(cause.code)) ? 'untrusted-certificate' : 'unavailable';
    }
  }
  return 'internal';
}
