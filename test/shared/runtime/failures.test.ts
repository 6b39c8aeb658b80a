import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ConnectionsError } from '../../../shared/contracts/github-connections.ts';
import { PullError } from '../../../shared/domain/pull-error.ts';
import type { PullFailure } from '../../../shared/domain/sync-run.ts';
import { isRetryable, PermanentFailure, RetryableFailure } from '../../../shared/runtime/failures.ts';

/** As the AWS SDK throws it. */
function serviceError(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}

function networkError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function pullError(failure: PullFailure): Error {
  return new PullError(failure, 'GET /enterprises/example/consumed-licenses');
}

function causedBy(cause: unknown): Error {
  return new Error('could not read the snapshot', { cause });
}

const zodError = z.string().safeParse(1).error;

describe.each<[boolean, [string, unknown][]]>([
  [
    true,
    [
      ['throttled reads of the table', serviceError('ProvisionedThroughputExceededException', 400)],
      ['throttled requests', serviceError('ThrottlingException', 400)],
      ['too many requests', serviceError('TooManyRequestsException', 429)],
      ['S3 asks to slow down', serviceError('SlowDown', 503)],
      ['a fault of the service', serviceError('InternalServerError', 500)],
      ['a fault of the service under a permanent name', serviceError('ValidationException', 500)],
      ['a timeout', serviceError('TimeoutError', 0)],
      ['a connection reset', networkError('ECONNRESET')],
      ['an unresolved host', networkError('ENOTFOUND')],
      ['a lost race of writers', serviceError('ConditionalCheckFailedException', 400)],
      ['expired credentials', serviceError('ExpiredTokenException', 400)],
      ['a declared retryable failure', new RetryableFailure('the lease is busy')],
      ['a retryable failure with a permanent cause', new RetryableFailure('x', { cause: zodError })],
      ['a rate limit of GitHub', pullError('rate-limited')],
      ['a report that is not ready', pullError('report-not-ready')],
      ['an instance that does not answer', pullError('unavailable')],
      ['a pull that ran out of time', pullError('timed-out')],
      ['an answer that ended early', pullError('incomplete-answer')],
      ['an unknown error', new Error('what is this')],
      ['a value that is no error', 'thrown'],
      ['nothing', undefined],
    ],
  ],
  [
    false,
    [
      ['a declared permanent failure', new PermanentFailure('the file is gone')],
      ['a schema mismatch', zodError],
      ['broken JSON', new SyntaxError('Unexpected token')],
      ['a missing permission for the object', serviceError('AccessDenied', 403)],
      ['a missing permission for the table', serviceError('AccessDeniedException', 400)],
      ['a missing object', serviceError('NoSuchKey', 404)],
      ['a missing table', serviceError('ResourceNotFoundException', 400)],
      ['an invalid request', serviceError('ValidationException', 400)],
      ['a token that GitHub does not know', pullError('unauthorized')],
      ['a token that may not', pullError('forbidden')],
      ['an enterprise that is not there', pullError('not-found')],
      ['a certificate that nobody vouches for', pullError('untrusted-certificate')],
      ['an answer of another shape', pullError('unreadable-answer')],
      ['a connections secret to be mended', new ConnectionsError('it is not JSON')],
      ['an unknown error caused by a permanent one', causedBy(causedBy(serviceError('NoSuchKey', 404)))],
      [
        'a permanent failure with a retryable cause',
        new PermanentFailure('x', { cause: networkError('EPIPE') }),
      ],
    ],
  ],
])('isRetryable is %s for', (expected, cases) => {
  it.each(cases)('%s', (_name, error) => {
    expect(isRetryable(error)).toBe(expected);
  });
});

it('ends on causes that form a ring', () => {
  const ring = new Error('a');
  ring.cause = causedBy(ring);
  expect(isRetryable(ring)).toBe(true);
});
