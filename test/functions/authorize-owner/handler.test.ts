import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionSeal } from '../../../shared/adapters/sessions/jwe-seal.ts';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const TOKEN = 'ghp_sentinel';

/** The request of a Lambda authorizer, payload format 2.0. */
function ownerRequest(authorization?: string): APIGatewayRequestAuthorizerEventV2 {
  const { routeKey, rawPath, rawQueryString, headers, requestContext } = httpEvent('GET /usage');
  return {
    version: '2.0',
    type: 'REQUEST',
    routeArn: 'arn:aws:execute-api:us-east-1:123456789012:api/$default/GET/usage',
    identitySource: [],
    cookies: [],
    routeKey,
    rawPath,
    rawQueryString,
    headers: { ...headers, ...(authorization !== undefined && { authorization }) },
    requestContext,
  };
}

/** The function as in a new container. */
async function coldStart() {
  vi.resetModules();
  return (await import('../../../functions/authorize-owner/handler.ts')).handler;
}

async function answers(status: number, body: object): Promise<string> {
  const { url } = await startAnsweringServer((_, response) => {
    response.writeHead(status).end(JSON.stringify(body));
  });
  return url;
}

const OWNED = {
  data: { viewer: { login: 'octo-owner' }, enterprise: { viewerIsAdmin: true, ownerInfo: {} } },
};

beforeEach(() => {
  vi.stubEnv('ENTERPRISE_SLUG', 'octo-enterprise');
  vi.stubEnv('SESSION_KEY_SECRET_ID', 'session-key');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the answer to API Gateway', () => {
  it.each([
    { what: 'an owner', status: 200, body: OWNED, context: { verdict: 'owner', login: 'octo-owner' } },
    { what: 'another', status: 403, body: {}, context: { verdict: 'forbidden' } },
    { what: 'nobody GitHub knows', status: 401, body: {}, context: { verdict: 'unauthenticated' } },
    { what: 'a GitHub in trouble', status: 500, body: {}, context: { verdict: 'unavailable' } },
  ])('$what: authorized, with the verdict', async ({ status, body, context }) => {
    vi.stubEnv('GITHUB_API_URL', await answers(status, body));
    captureOutput();
    const handler = await coldStart();
    const response = await handler(ownerRequest(`Bearer ${TOKEN}`), LAMBDA_CONTEXT);
    expect(response).toEqual({ isAuthorized: true, context });
  });

  it('is the same without a token', async () => {
    vi.stubEnv('GITHUB_API_URL', 'https://api.github.com');
    captureOutput();
    const handler = await coldStart();
    const context = { verdict: 'unauthenticated' };
    expect(await handler(ownerRequest(), LAMBDA_CONTEXT)).toEqual({ isAuthorized: true, context });
    const { headers: _headers, ...withoutHeaders } = ownerRequest();
    expect(await handler(withoutHeaders, LAMBDA_CONTEXT)).toEqual({ isAuthorized: true, context });
  });

  it('is no answer at all to what is no request of an authorizer', async () => {
    vi.stubEnv('GITHUB_API_URL', 'https://api.github.com');
    captureOutput();
    const handler = await coldStart();
    await expect(handler({ ...ownerRequest(), version: '1.0' }, LAMBDA_CONTEXT)).rejects.toThrow();
  });
});

it('asks GitHub once for one token', async () => {
  const github = await startAnsweringServer((_, response) => {
    response.end(JSON.stringify(OWNED));
  });
  vi.stubEnv('GITHUB_API_URL', github.url);
  captureOutput();
  const handler = await coldStart();
  for (const authorization of [`Bearer ${TOKEN}`, `token ${TOKEN}`]) {
    await handler(ownerRequest(authorization), LAMBDA_CONTEXT);
  }
  expect(github.requests).toHaveLength(1);
});

it('opens sessions with the key in Secrets Manager, which it reads once', async () => {
  const key = 'k'.repeat(32);
  const secrets = await startAnsweringServer((_, response) => {
    response.end(JSON.stringify({ SecretString: key }));
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', secrets.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('GITHUB_API_URL', await answers(200, OWNED));
  captureOutput();
  const sealed = await sessionSeal(async () => key).seal({
    token: TOKEN,
    login: 'octo-owner',
    csrfToken: 'csrf-of-this-session',
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  });
  const handler = await coldStart();
  for (let request = 0; request < 2; request += 1) {
    const event = { ...ownerRequest(), cookies: [`__Host-session=${sealed}`] };
    const { context } = await handler(event, LAMBDA_CONTEXT);
    expect(context).toEqual({ verdict: 'owner', login: 'octo-owner' });
  }
  expect(secrets.requests.map(({ body }) => JSON.parse(body))).toEqual([{ SecretId: 'session-key' }]);
});

describe('the log tells', () => {
  it('the verdict on each request, but not whose it is', async () => {
    vi.stubEnv('GITHUB_API_URL', await answers(200, OWNED));
    const output = captureOutput();
    const handler = await coldStart();
    await handler(ownerRequest(`Bearer ${TOKEN}`), LAMBDA_CONTEXT);
    expect(output.lines()).toMatchObject([
      { service: 'authorize-owner', outcome: 'completed', verdict: 'owner' },
    ]);
    expect(output.text()).not.toContain('octo-owner');
  });

  it('why GitHub could not be asked, as often as it was tried', async () => {
    vi.stubEnv('GITHUB_API_URL', await answers(502, {}));
    const output = captureOutput();
    const handler = await coldStart();
    await handler(ownerRequest(`Bearer ${TOKEN}`), LAMBDA_CONTEXT);
    const failure = { level: 'WARN', message: 'GitHub could not be asked', failure: 'status 502' };
    expect(output.lines()).toMatchObject([failure, failure, { verdict: 'unavailable' }]);
  });
});

it('names all that is missing in its environment', async () => {
  vi.stubEnv('ENTERPRISE_SLUG', undefined);
  vi.stubEnv('GITHUB_API_URL', undefined);
  captureOutput();
  const handler = await coldStart();
  await expect(handler(ownerRequest(), LAMBDA_CONTEXT)).rejects.toThrow(
    'ENTERPRISE_SLUG (missing), GITHUB_API_URL (missing)',
  );
});

describe('no token is told', () => {
  it.each([
    { what: 'an owner', status: 200, body: OWNED },
    { what: 'a refusal that quotes it', status: 401, body: { message: TOKEN } },
    { what: 'errors that quote it', status: 200, body: { errors: [{ type: TOKEN, message: TOKEN }] } },
    { what: 'a fault that quotes it', status: 500, body: { message: TOKEN } },
    { what: 'a rate limit', status: 429, body: { message: TOKEN } },
  ])('$what: in no log line, metric or answer', async ({ status, body }) => {
    vi.stubEnv('GITHUB_API_URL', await answers(status, body));
    vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true');
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'DEBUG');
    const output = captureOutput();
    const handler = await coldStart();
    const response = await handler(ownerRequest(`Bearer ${TOKEN}`), LAMBDA_CONTEXT);
    expect(output.lines()).toContainEqual(expect.objectContaining({ outcome: 'completed' }));
    expect(output.text()).not.toContain(TOKEN);
    expect(JSON.stringify(response)).not.toContain(TOKEN);
  });

  it('in no error', async () => {
    vi.stubEnv('GITHUB_API_URL', TOKEN);
    const output = captureOutput();
    const handler = await coldStart();
    const failure = await handler(ownerRequest(`Bearer ${TOKEN}`), LAMBDA_CONTEXT).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toContain('GITHUB_API_URL');
    expect(`${String(failure)} ${output.text()}`).not.toContain(TOKEN);
  });
});
