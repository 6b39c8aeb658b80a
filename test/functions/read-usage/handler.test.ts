import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/read-usage/handler.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

it('is exported with its middleware, and names all that is missing in its environment', async () => {
  for (const name of ['BUCKET_NAME', 'TABLE_NAME', 'AUDIT_TABLE_NAME', 'ENTERPRISE_SLUG'])
    vi.stubEnv(name, undefined);
  const output = captureOutput();
  const result = await handler(httpEvent('GET /usage'), LAMBDA_CONTEXT);
  expect(result.statusCode).toBe(500);
  expect(output.lines()).toMatchObject([
    {
      level: 'ERROR',
      error: {
        name: 'ConfigError',
        message: expect.stringContaining(
          'BUCKET_NAME (missing), TABLE_NAME (missing), AUDIT_TABLE_NAME (missing), ENTERPRISE_SLUG (missing)',
        ),
      },
    },
    { service: 'read-usage', route: 'GET /usage', status: 500, outcome: 'completed' },
  ]);
});
