import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { PermanentFailure } from '../../../shared/runtime/failures.ts';
import { wrapHandler } from '../../../shared/runtime/invocation.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const CONTEXT_FIELDS = {
  function_name: LAMBDA_CONTEXT.functionName,
  function_request_id: LAMBDA_CONTEXT.awsRequestId,
  service: 'under-test',
};

it('passes event and context on, and the result back', async () => {
  captureOutput();
  const handler = wrapHandler<number, string>(createLogger('under-test'), {
    handle: async (event, context) => `${event} ${context.awsRequestId}`,
  });
  await expect(handler(1, LAMBDA_CONTEXT)).resolves.toBe(`1 ${LAMBDA_CONTEXT.awsRequestId}`);
});

it('logs the completion with request id, duration and the counts of the function', async () => {
  const output = captureOutput();
  const handler = wrapHandler<number[], number>(createLogger('under-test'), {
    handle: async (event) => event.length,
    completion: (result, event) => ({ records: result, first: event[0] ?? 0 }),
  });
  await handler([7, 8], LAMBDA_CONTEXT);
  expect(output.lines()).toEqual([
    expect.objectContaining({
      ...CONTEXT_FIELDS,
      level: 'INFO',
      outcome: 'completed',
      duration_ms: expect.any(Number),
      records: 2,
      first: 7,
    }),
  ]);
});

it('logs a failure with its class, and throws it on', async () => {
  const output = captureOutput();
  const failure = new PermanentFailure('no such upload');
  const handler = wrapHandler<unknown, void>(createLogger('under-test'), {
    handle: () => Promise.reject(failure),
  });
  await expect(handler({}, LAMBDA_CONTEXT)).rejects.toMatchObject({
    name: 'PermanentFailure',
    message: 'no such upload',
    stack: failure.stack,
  });
  expect(output.lines()).toEqual([
    expect.objectContaining({
      ...CONTEXT_FIELDS,
      level: 'ERROR',
      outcome: 'failed',
      retryable: false,
      duration_ms: expect.any(Number),
      error: expect.objectContaining({ name: 'PermanentFailure', message: 'no such upload' }),
    }),
  ]);
});

it('throws nothing on that Lambda must not log', async () => {
  captureOutput();
  const failure = Object.assign(new Error('the item of mona@example.com is newer'), { Item: 'monalisa' });
  const handler = wrapHandler<unknown, void>(createLogger('under-test'), {
    handle: () => Promise.reject(new Error('could not write', { cause: failure })),
  });
  const thrown = await handler({}, LAMBDA_CONTEXT).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ message: 'could not write' });
  expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain('mona');
});

it('tells nothing of a thrown value that is no error', async () => {
  const output = captureOutput();
  const handler = wrapHandler<unknown, void>(createLogger('under-test'), {
    handle: () => Promise.reject('mona@example.com'),
  });
  await expect(handler({}, LAMBDA_CONTEXT)).rejects.toThrow('a value that is no error was thrown');
  expect(output.lines()).toMatchObject([{ error: { message: 'a value that is no error was thrown' } }]);
  expect(output.text()).not.toContain('mona');
});

it('lets Lambda end what runs out of time', async () => {
  captureOutput();
  const handler = wrapHandler<unknown, string>(createLogger('under-test'), {
    handle: () => new Promise((resolve) => setTimeout(resolve, 20, 'done')),
  });
  await expect(handler({}, { ...LAMBDA_CONTEXT, getRemainingTimeInMillis: () => 1 })).resolves.toBe('done');
});

it('never logs the event, nor what an earlier invocation added', async () => {
  const output = captureOutput();
  const logger = createLogger('under-test');
  const handler = wrapHandler<{ email: string }, void>(logger, {
    handle: async ({ email }) => logger.appendKeys({ domain: email.split('@')[1] }),
  });
  await handler({ email: 'mona@example.com' }, LAMBDA_CONTEXT);
  await handler({ email: 'mona@example.org' }, LAMBDA_CONTEXT);
  expect(output.text()).not.toContain('mona');
  expect(output.lines()[1]).not.toHaveProperty('domain', 'example.com');
});
