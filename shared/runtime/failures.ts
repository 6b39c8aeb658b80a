import { PullError } from '../domain/pull-error.ts';
import type { PullFailure } from '../domain/sync-run.ts';

/** The same input will fail in the same way: record it and stop. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** Another attempt may succeed: let the queue or the caller bring it back. */
export class RetryableFailure extends Error {
  override readonly name = 'RetryableFailure';
}

/** Names under which the AWS services, the parsers and the stores report what no repetition mends. */
const PERMANENT_NAMES: ReadonlySet<string> = new Set([
  'ZodError',
  'SyntaxError',
  'ValidationException',
  'ValidationError',
  'AccessDenied',
  'AccessDeniedException',
  'NoSuchKey',
  'NoSuchVersion',
  'NoSuchBucket',
  'ResourceNotFoundException',
  'QueueDoesNotExist',
  'DamagedSnapshotError',
  'ConnectionsError',
]);

/**
 * Whether a pull may succeed next time. GitHub's rights, certificates and answers of another shape do not mend
 * themselves; a page that was lost on the way does.
 */
const IS_PULL_RETRYABLE: Readonly<Record<PullFailure, boolean>> = {
  unauthorized: false,
  forbidden: false,
  'not-found': false,
  'rate-limited': true,
  'report-not-ready': true,
  unavailable: true,
  'timed-out': true,
  'untrusted-certificate': false,
  'unreadable-answer': false,
  'incomplete-answer': true,
  internal: true,
};

/**
 * Whether another attempt may succeed. Walks `cause` from the outside: the first error that is known decides.
 * Unknown errors, and with them throttling, 5xx, timeouts and network faults under whatever name, are retryable:
 * one attempt too many is cheap and ends in the dead-letter queue, while one too few loses a file unseen.
 */
export function isRetryable(error: unknown): boolean {
  for (const link of causesOf(error)) {
    if (link instanceof PullError) return IS_PULL_RETRYABLE[link.failure];
    if (link instanceof RetryableFailure || isServiceFault(link)) return true;
    if (link instanceof PermanentFailure || PERMANENT_NAMES.has(link.name)) return false;
  }
  return true;
}

function* causesOf(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  for (let link = error; link instanceof Error && !seen.has(link); link = link.cause) {
    seen.add(link);
    yield link;
  }
}

/** The AWS SDK puts the status of the reply under `$metadata`: 5xx is the service's fault, whatever its name. */
function isServiceFault(
  error: Error & { readonly $metadata?: { readonly httpStatusCode?: number } },
): boolean {
  return (error.$metadata?.httpStatusCode ?? 0) >= 500;
}
