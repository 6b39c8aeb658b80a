import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/sync/handler.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const RUN_EVENT = { run_id: '01KAJ0Q2V3W4X5Y6Z7A8B9C0D1' };

it('is exported with its middleware, and names all that is missing in its environment', async () => {
  const names = ['BUCKET_NAME', 'TABLE_NAME', 'CONNECTIONS_SECRET_ID', 'ENTERPRISE_SLUG', 'GITHUB_API_URL'];
  for (const name of names) vi.stubEnv(name, undefined);
  const output = captureOutput();
  const missing = names.map((name) => `${name} (missing)`).join(', ');
  await expect(handler(RUN_EVENT, LAMBDA_CONTEXT)).rejects.toThrow(missing);
  expect(output.lines()).toMatchObject([
    { service: 'sync', level: 'ERROR', outcome: 'failed', error: { name: 'ConfigError' } },
  ]);
});

it('refuses an event that is none of its own, for good', async () => {
  const output = captureOutput();
  await expect(handler({ detail: 'something' }, LAMBDA_CONTEXT)).rejects.toThrow('neither');
  expect(output.lines()).toMatchObject([
    { outcome: 'failed', retryable: false, error: { name: 'PermanentFailure' } },
  ]);
});
