import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/sync-now/handler.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

it('is exported with its middleware, and names all that is missing in its environment', async () => {
  for (const name of ['TABLE_NAME', 'AUDIT_TABLE_NAME', 'SYNC_FUNCTION_NAME']) vi.stubEnv(name, undefined);
  const output = captureOutput();
  const result = await handler(httpEvent('POST /sync-now'), LAMBDA_CONTEXT);
  expect(result.statusCode).toBe(500);
  expect(output.lines()).toMatchObject([
    {
      level: 'ERROR',
      error: {
        name: 'ConfigError',
        message: expect.stringContaining(
          'TABLE_NAME (missing), AUDIT_TABLE_NAME (missing), SYNC_FUNCTION_NAME (missing)',
        ),
      },
    },
    { service: 'sync-now', route: 'POST /sync-now', status: 500, outcome: 'completed' },
  ]);
});
