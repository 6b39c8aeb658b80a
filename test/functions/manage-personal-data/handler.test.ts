import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/manage-personal-data/handler.ts';
import { ROUTES } from '../../../shared/contracts/http/routes.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const NAMES = ['BUCKET_NAME', 'TABLE_NAME', 'AUDIT_TABLE_NAME', 'ERASE_PERSONAL_DATA_FUNCTION_NAME'];

it('is exported with its middleware, and names all that is missing in its environment', async () => {
  for (const name of NAMES) vi.stubEnv(name, undefined);
  const output = captureOutput();
  const body = JSON.stringify({ email: 'mona@example.com' });
  const result = await handler(httpEvent('POST /personal-data/lookup', { body }), LAMBDA_CONTEXT);
  expect(result.statusCode).toBe(500);
  const missing = NAMES.map((name) => `${name} (missing)`).join(', ');
  expect(output.lines()).toMatchObject([
    { level: 'ERROR', error: { name: 'ConfigError', message: expect.stringContaining(missing) } },
    { service: 'manage-personal-data', route: 'POST /personal-data/lookup', status: 500 },
  ]);
  expect(output.text()).not.toContain('mona');
});

it('takes addresses in bodies only, which no access log has', () => {
  const given = ROUTES.filter((route) => route.function === 'manage-personal-data');
  expect(given.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /personal-data/lookup',
    'POST /personal-data/erase',
    'GET /personal-data/erasures/{id}',
  ]);
});
