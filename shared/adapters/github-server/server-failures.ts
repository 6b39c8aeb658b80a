import { PullError } from '../../domain/pull-error.ts';
import type { PullFailure } from '../../domain/sync-run.ts';
import { failureOfStatus } from '../refused-request.ts';
import { isUntrustedCertificate } from '../untrusted-certificate.ts';
import { type Answer, header } from './answer.ts';

/** What a failure means, and what to do about it. Nothing of the request or of the answer is ever told. */
const ADVICE: Readonly<Record<PullFailure, string>> = {
  unauthorized: 'the instance refuses user name and token: renew them in the connections secret',
  forbidden:
    'the token may not see it: it has to be a classic one of a site administrator, with the scope `site_admin`',
  'not-found':
    'the instance shows no such page: check `base_url`, and that the token is a classic one of a site ' +
    'administrator, with the scope `site_admin`',
  'rate-limited': 'the instance limits the rate of requests: sync again later',
  'report-not-ready': 'the instance is still making the report: sync again later',
  unavailable: 'the instance is not there or not working: check that the sync function can reach it',
  'timed-out': 'no whole answer came in time: check that the sync function can reach the instance',
  'untrusted-certificate':
    'the certificate is not trusted: give its CA as `ca_certificate` in the connections secret, or mend it',
  'unreadable-answer': 'the answer is not what GitHub documents: check `base_url` and what is in between',
  'incomplete-answer': 'the answer is cut off: sync again, and check what is in between if it stays so',
  internal: 'an unexpected failure: report it with this code',
};

/** Codes of Node.js and undici. The first row that fits decides; a code that fits none is `internal`. */
const FAILURE_OF_CODE: readonly (readonly [RegExp, PullFailure])[] = [
  [/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/, 'timed-out'],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$|^Z_BUF_ERROR$/, 'incomplete-answer'],
  [/^HTTPParserError$|^HPE_|^Z_|^UND_ERR_HEADERS_OVERFLOW$/, 'unreadable-answer'],
  [/^E(?!RR_)[A-Z_]+$|^UND_ERR_SOCKET$|^ERR_SSL_|^ERR_TLS_/, 'unavailable'],
];

/** Another attempt within the same pull may go better. */
const PASSING: ReadonlySet<PullFailure> = new Set<PullFailure>([
  'unavailable',
  'timed-out',
  'rate-limited',
  'incomplete-answer',
]);

/** Answered with a time before which the instance wants no further request. */
class DeferredError extends PullError {
  readonly retryAfterMs: number;

  constructor(failure: PullFailure, message: string, retryAfterMs: number) {
    super(failure, message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** @param asked what was asked for, in a few words. @param detail what happened: a code, a status, a reason. */
export function serverFailure(failure: PullFailure, asked: string, detail: string): PullError {
  return new PullError(failure, messageOf(failure, asked, detail));
}

/** For an answer that is not the one asked for. */
export function failureOfAnswer(asked: string, answer: Answer): PullError {
  const failure = failureOfStatus(answer.status, isRateLimit(answer));
  const detail = `HTTP ${answer.status}`;
  if (answer.retryAfterMs === null) return serverFailure(failure, asked, detail);
  return new DeferredError(failure, messageOf(failure, asked, detail), answer.retryAfterMs);
}

/** For what the connection threw before the answer. */
export function failureOfRequest(asked: string, error: unknown, signal: AbortSignal): PullError {
  if (error instanceof PullError) return error;
  if (signal.aborted) return serverFailure('timed-out', asked, 'aborted');
  const code = codeOf(error);
  return serverFailure(failureOfCode(code), asked, code);
}

/** For what the connection threw within the body: an instance that is gone then has cut it off. */
export function failureOfBody(asked: string, error: unknown, signal: AbortSignal): PullError {
  const failure = failureOfRequest(asked, error, signal);
  if (failure.failure !== 'unavailable') return failure;
  return serverFailure('incomplete-answer', asked, codeOf(error));
}

export function mayPass(error: unknown): error is PullError {
  return error instanceof PullError && PASSING.has(error.failure);
}

/** Null when the instance did not say when to ask again. */
export function retryAfterOf(error: PullError): number | null {
  return error instanceof DeferredError ? error.retryAfterMs : null;
}

function messageOf(failure: PullFailure, asked: string, detail: string): string {
  return `${asked}: ${detail}: ${ADVICE[failure]}`;
}

function isRateLimit(answer: Answer): boolean {
  return answer.retryAfterMs !== null || header(answer, 'x-ratelimit-remaining') === '0';
}

/** The message of an error may name the address or quote the answer: only its code is used. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function failureOfCode(code: string): PullFailure {
  if (isUntrustedCertificate(code)) return 'untrusted-certificate';
  return FAILURE_OF_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'internal';
}
