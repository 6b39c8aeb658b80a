import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { OwnerCheck } from '../../../../shared/github-ports.ts';
import { httpHandler } from '../../../../shared/runtime/http/handler.ts';
import { reply } from '../../../../shared/runtime/http/reply.ts';
import { createLogger } from '../../../../shared/runtime/logger.ts';
import { captureOutput } from '../../../support/captured-output.ts';
import { errorOf, httpClient, httpEvent } from '../../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../../support/lambda-context.ts';

const ROUTE = 'GET /usage';
const ownerSchema = z.strictObject({ owner: z.string() });

/** A route that tells who asks, and notes that it was asked. */
function world() {
  const asked: string[] = [];
  const routes = {
    [ROUTE]: ({ owner }: { readonly owner: string }) => {
      asked.push(owner);
      return reply(ownerSchema, { owner });
    },
  };
  return { asked, routes, call: httpClient(routes) };
}

it('an owner is let in, and the route knows the login', async () => {
  const { call } = world();
  const answer = await call(ROUTE, { caller: { verdict: 'owner', login: 'mona' } });
  expect(answer).toMatchObject({ status: 200, body: { owner: 'mona' } });
});

describe('who is no owner is told so in the form of GitHub', () => {
  it.each<{
    caller: OwnerCheck;
    status: number;
    message: string;
    headers: Readonly<Record<string, string>>;
  }>([
    {
      caller: { verdict: 'unauthenticated' },
      status: 401,
      message: 'Requires authentication',
      headers: { 'www-authenticate': 'Bearer realm="GitHub"' },
    },
    {
      caller: { verdict: 'forbidden' },
      status: 403,
      message: 'Must be an enterprise owner',
      headers: {},
    },
    {
      caller: { verdict: 'unavailable' },
      status: 503,
      message: 'GitHub could not be asked who you are; try again later',
      headers: { 'retry-after': '30' },
    },
  ])('$caller.verdict: $status', async ({ caller, status, message, headers }) => {
    const { asked, call } = world();
    const answer = await call(ROUTE, { caller });
    expect(answer).toMatchObject({ status, headers: { ...headers, 'x-request-id': 'request-1' } });
    expect(errorOf(answer)).toMatchObject({ message, status: String(status) });
    expect(asked).toEqual([]);
  });
});

describe('whom nobody has judged is no owner', () => {
  it.each([
    ['no authorizer', undefined],
    ['an authorizer that says nothing', { lambda: null }],
    ['an empty context', { lambda: {} }],
    ['another verdict', { lambda: { verdict: 'admin', login: 'mona' } }],
    ['an owner without a login', { lambda: { verdict: 'owner' } }],
    ['an owner with an empty login', { lambda: { verdict: 'owner', login: '' } }],
    ['a verdict outside of the context', { verdict: 'owner', login: 'mona' }],
    ['a token of somebody else', { jwt: { claims: { verdict: 'owner', login: 'mona' }, scopes: [] } }],
  ])('%s: 403', async (_what, authorizer) => {
    captureOutput();
    const { asked, routes } = world();
    const handler = httpHandler(createLogger('under-test'), () => routes);
    const event = httpEvent(ROUTE);
    // From text, as the event of any authorizer comes.
    const requestContext = JSON.parse(JSON.stringify({ ...event.requestContext, authorizer }));
    expect((await handler({ ...event, requestContext }, LAMBDA_CONTEXT)).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

it('the routes are not even made for anybody else', async () => {
  captureOutput();
  const handler = httpHandler(createLogger('under-test'), () => {
    throw new Error('the routes were made');
  });
  const refused = await handler(httpEvent(ROUTE, { caller: { verdict: 'forbidden' } }), LAMBDA_CONTEXT);
  expect(refused.statusCode).toBe(403);
  expect((await handler(httpEvent(ROUTE), LAMBDA_CONTEXT)).statusCode).toBe(500);
});
