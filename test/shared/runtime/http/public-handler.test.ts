import { describe, expect, it } from 'vitest';
import type { RouteHandler } from '../../../../shared/runtime/http/handler.ts';
import { HttpError } from '../../../../shared/runtime/http/http-error.ts';
import type { HttpRequest } from '../../../../shared/runtime/http/request.ts';
import { errorOf, publicHttpClient } from '../../../support/http-client.ts';

const ROUTE = 'GET /session';

const answering = (handler: RouteHandler<HttpRequest>) => publicHttpClient({ [ROUTE]: handler });

describe('a function for anybody', () => {
  it('answers without a verdict, and knows the cookies', async () => {
    const call = answering(({ cookies }) => ({ status: 200, headers: {}, body: cookies }));
    expect((await call(ROUTE, { cookies: ['a=1', 'b=2'] })).json()).toEqual(['a=1', 'b=2']);
  });

  it.each([
    ['what the client did', new HttpError(409, 'Conflict'), 409, 'Conflict'],
    ['what went wrong here', new Error('secret'), 500, 'Server Error'],
  ])('tells %s in the form of GitHub', async (_what, error, status, message) => {
    const answer = await answering(() => {
      throw error;
    })(ROUTE);
    expect(answer.status).toBe(status);
    expect(errorOf({ body: answer.json() }).message).toBe(message);
  });

  it('has no other routes than its own', async () => {
    const call = answering(() => ({ status: 204, headers: {}, body: null }));
    expect((await call('GET /usage')).status).toBe(404);
  });
});

describe('an answer', () => {
  it('of bytes comes as it is, of the type it names', async () => {
    const body = Buffer.from([0, 255, 10]);
    const headers = { 'content-type': 'image/png' };
    const answer = await answering(() => ({ status: 200, headers, body }))(ROUTE);
    expect(answer.body).toEqual(body);
    expect(answer.headers).toMatchObject(headers);
  });

  it('of nothing has no body and no type', async () => {
    const answer = await answering(() => ({ status: 204, headers: {}, body: null, cookies: ['a=1'] }))(ROUTE);
    expect(answer).toMatchObject({ status: 204, cookies: ['a=1'] });
    expect(answer.body).toHaveLength(0);
    expect(answer.headers).not.toHaveProperty('content-type');
  });
});
