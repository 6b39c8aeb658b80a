import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const SECRET = 's3cret-sentinel';

/** The function as in a new container, with a Secrets Manager that has this text for every secret. */
async function coldStart(secret: string) {
  const { url } = await startAnsweringServer((_, response) => {
    response.end(JSON.stringify({ SecretString: secret }));
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', url);
  vi.resetModules();
  return (await import('../../../functions/console/handler.ts')).handler;
}

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('ENTERPRISE_SLUG', 'acme');
  vi.stubEnv('GITHUB_API_URL', 'https://api.github.com');
  vi.stubEnv('SESSION_KEY_SECRET_ID', 'session-key');
  vi.stubEnv('OAUTH_APP_SECRET_ID', 'oauth-app');
  vi.stubEnv('BUCKET_NAME', 'usage');
});
afterEach(() => vi.unstubAllEnvs());

describe('GET /session', () => {
  it('is for whoever asks', async () => {
    captureOutput();
    const handler = await coldStart('{}');
    const result = await handler(httpEvent('GET /session'), LAMBDA_CONTEXT);
    expect(JSON.parse(result.body ?? '')).toEqual({
      signed_in: false,
      enterprise: 'acme',
      sign_in: { oauth: false },
    });
  });

  it('offers another way to sign in while the OAuth app has to be mended, and the log says how', async () => {
    const output = captureOutput();
    const handler = await coldStart(`{"client_secret":"${SECRET}"}`);
    const result = await handler(httpEvent('GET /session'), LAMBDA_CONTEXT);
    expect(JSON.parse(result.body ?? '')).toMatchObject({ sign_in: { oauth: false } });
    expect(output.text()).toContain('the OAuth app secret has to be mended');
    expect(output.text()).not.toContain(SECRET);
  });
});

it('names all that is missing in its environment, to the log only', async () => {
  vi.stubEnv('SESSION_KEY_SECRET_ID', undefined);
  vi.stubEnv('BUCKET_NAME', undefined);
  const output = captureOutput();
  const handler = await coldStart('{}');
  const result = await handler(httpEvent('GET /session'), LAMBDA_CONTEXT);
  expect(result.statusCode).toBe(500);
  expect(output.text()).toContain('SESSION_KEY_SECRET_ID (missing), BUCKET_NAME (missing)');
  expect(result.body).not.toContain('BUCKET_NAME');
});

it('writes down no token, code or cookie', async () => {
  vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'DEBUG');
  const output = captureOutput();
  const handler = await coldStart('k'.repeat(64));
  const cookies = [`__Host-session=${SECRET}`, `__Host-sign-in=${SECRET}`];
  const headers = { 'x-requested-with': 'license-usage', 'x-csrf-token': SECRET };
  for (const request of [`GET /sign-in/callback?code=${SECRET}&state=${SECRET}`, 'DELETE /session']) {
    await handler(httpEvent(request, { cookies, headers }), LAMBDA_CONTEXT);
  }
  const body = JSON.stringify({ token: `${SECRET} ` });
  await handler(httpEvent('POST /session', { cookies, headers: {}, body }), LAMBDA_CONTEXT);
  expect(output.lines().filter(({ outcome }) => outcome === 'completed')).toHaveLength(3);
  expect(output.text()).not.toContain(SECRET);
});
