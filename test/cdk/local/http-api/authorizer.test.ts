import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { httpApi } from '../../../../cdk/local/http-api/http-api.ts';
import type { RouteDefinition } from '../../../../cdk/local/template/http-api.ts';
import { portOf } from '../../../support/engines/engine.ts';

const ROUTE: RouteDefinition = {
  routeKey: 'POST /things/{id}',
  functionName: 'Answerer',
  timeoutMs: 1000,
  authorizerName: 'Doorkeeper',
};

/** An API whose authorizer gives the result, or fails with it. */
async function world(authorizer: () => Promise<unknown>, route: RouteDefinition = ROUTE) {
  const events: { readonly functionName: string; readonly event: unknown }[] = [];
  const errors: string[] = [];
  const handler = httpApi({
    definition: { id: 'api', routes: [route] },
    functions: {
      invoke: async (functionName, event) => {
        events.push({ functionName, event });
        return JSON.stringify(functionName === 'Doorkeeper' ? await authorizer() : { statusCode: 204 });
      },
    },
    onError: (functionName) => errors.push(functionName),
  });
  const server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    events,
    errors,
    post: async () => {
      const response = await fetch(`http://127.0.0.1:${portOf(server)}/things/a%20b?x=1`, {
        method: 'POST',
        headers: { authorization: 'Bearer ghp_abc', connection: 'close', cookie: 'a=1' },
        body: 'secret thing',
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
}

const requestSchema = z.looseObject({ requestContext: z.looseObject({ requestId: z.string() }) });

describe('an authorizer that agrees', () => {
  it('is asked with the request, but for its body', async () => {
    const { events, post } = await world(async () => ({ isAuthorized: true }));
    await post();
    expect(events[0]).toEqual({
      functionName: 'Doorkeeper',
      event: {
        version: '2.0',
        type: 'REQUEST',
        routeArn: 'arn:aws:execute-api:us-east-1:000000000000:api/$default/POST/things/a b',
        identitySource: [],
        routeKey: 'POST /things/{id}',
        rawPath: '/things/a b',
        rawQueryString: 'x=1',
        cookies: ['a=1'],
        headers: expect.objectContaining({ authorization: 'Bearer ghp_abc' }),
        queryStringParameters: { x: '1' },
        pathParameters: { id: 'a b' },
        requestContext: expect.objectContaining({ apiId: 'api', routeKey: 'POST /things/{id}' }),
      },
    });
  });

  it('tells its context to the function behind it, in the same request', async () => {
    const context = { verdict: 'owner', login: 'octo-owner' };
    const { events, post } = await world(async () => ({ isAuthorized: true, context }));
    expect((await post()).status).toBe(204);
    const [asked, answered] = events.map(({ event }) => requestSchema.parse(event).requestContext);
    expect(events[1]).toMatchObject({ functionName: 'Answerer', event: { body: 'secret thing' } });
    expect(answered).toEqual({ ...asked, authorizer: { lambda: context } });
  });
});

describe('the function behind it is not called', () => {
  it('when the authorizer refuses: 403', async () => {
    const { events, post } = await world(async () => ({ isAuthorized: false, context: {} }));
    expect(await post()).toEqual({ status: 403, body: { message: 'Forbidden' } });
    expect(events.map(({ functionName }) => functionName)).toEqual(['Doorkeeper']);
  });

  it.each<[what: string, authorizer: () => Promise<unknown>]>([
    ['fails', () => Promise.reject(new Error('no'))],
    ['answers nothing', async () => null],
    ['answers with a policy', async () => ({ principalId: 'a', policyDocument: {} })],
    ['says yes in another type', async () => ({ isAuthorized: 'true' })],
    ['has a context that is none', async () => ({ isAuthorized: true, context: 'owner' })],
  ])('when the authorizer %s: 500', async (_what, authorizer) => {
    const { events, errors, post } = await world(authorizer);
    expect(await post()).toEqual({ status: 500, body: { message: 'Internal Server Error' } });
    expect(events.map(({ functionName }) => functionName)).toEqual(['Doorkeeper']);
    expect(errors).toEqual(['Doorkeeper']);
  });
});

it('a route without an authorizer asks none and tells of none', async () => {
  const { events, post } = await world(async () => null, { ...ROUTE, authorizerName: null });
  expect((await post()).status).toBe(204);
  expect(events.map(({ functionName }) => functionName)).toEqual(['Answerer']);
  expect(requestSchema.parse(events[0]?.event).requestContext).not.toHaveProperty('authorizer');
});
