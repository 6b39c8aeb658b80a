import { expect, it } from 'vitest';
import * as z from 'zod';
import { httpHandler, type RouteHandler } from '../../../../shared/runtime/http/handler.ts';
import { HttpError } from '../../../../shared/runtime/http/http-error.ts';
import { reply } from '../../../../shared/runtime/http/reply.ts';
import { parseBody, parseQuery } from '../../../../shared/runtime/http/request.ts';
import { createLogger } from '../../../../shared/runtime/logger.ts';
import { captureOutput } from '../../../support/captured-output.ts';
import { errorOf, httpClient, httpEvent } from '../../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../../support/lambda-context.ts';

const echoSchema = z.strictObject({ said: z.string() });
const bodySchema = z.strictObject({
  name: z.string().optional(),
  size: z.int('must be a whole number').optional(),
});

const ROUTE = 'GET /usage';

function clientOf(handler: RouteHandler) {
  return httpClient({ [ROUTE]: handler, 'POST /uploads': handler, 'POST /uploads/{id}/accept': handler });
}

const echoBody: RouteHandler = (request) =>
  reply(echoSchema, { said: JSON.stringify(parseBody(request, 'Upload', bodySchema)) });

it('answers in JSON, with the request id, and lets nobody cache', async () => {
  const answer = await clientOf(() =>
    reply(echoSchema, { said: 'hello' }, { status: 202, headers: { a: 'b' } }),
  )(ROUTE);
  expect(answer).toMatchObject({
    status: 202,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': 'request-1',
      a: 'b',
    },
    body: { said: 'hello' },
  });
});

it('logs one line per request: route, status and request id, but not its path or query', async () => {
  const { output } = await clientOf(() => reply(echoSchema, { said: 'x' }))(
    `${ROUTE}?email=mona@example.com`,
  );
  expect(output.lines()).toEqual([
    expect.objectContaining({ route: ROUTE, status: 200, request_id: 'request-1', outcome: 'completed' }),
  ]);
  expect(output.text()).not.toContain('mona');
});

it('answers a route it does not know with 404 in the form of GitHub', async () => {
  const answer = await clientOf(() => reply(echoSchema, { said: 'x' }))('GET /nowhere');
  expect(answer.status).toBe(404);
  expect(errorOf(answer)).toEqual({
    message: 'Not Found',
    documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com\//),
    status: '404',
  });
});

it('takes no inherited property for a route', async () => {
  captureOutput();
  const handler = httpHandler(createLogger('under-test'), () => ({
    [ROUTE]: () => reply(echoSchema, { said: '' }),
  }));
  const result = await handler({ ...httpEvent(ROUTE), routeKey: 'constructor' }, LAMBDA_CONTEXT);
  expect(result.statusCode).toBe(404);
});

it.each([
  ['an error of a use case', () => Promise.reject(new Error('the table is on fire: mona@example.com'))],
  [
    'an answer that breaks its contract',
    () => reply(echoSchema, JSON.parse('{"said":1,"email":"mona@example.com"}')),
  ],
])('answers %s with a 500 that tells nothing, and logs the error', async (_name, handler) => {
  const answer = await clientOf(handler)(ROUTE);
  expect(answer.status).toBe(500);
  expect(errorOf(answer)).toMatchObject({ message: 'Server Error', status: '500' });
  expect(answer.headers).toMatchObject({ 'x-request-id': 'request-1' });
  expect(answer.output.lines()).toContainEqual(
    expect.objectContaining({ level: 'ERROR', request_id: 'request-1', error: expect.objectContaining({}) }),
  );
  expect(answer.output.text()).not.toContain('mona');
});

it('answers 500 when the routes cannot be made, and recovers when they can', async () => {
  captureOutput();
  let ready = false;
  const handler = httpHandler(createLogger('under-test'), () => {
    if (!ready) throw new Error('bad environment');
    return { [ROUTE]: () => reply(echoSchema, { said: 'x' }) };
  });
  expect((await handler(httpEvent(ROUTE), LAMBDA_CONTEXT)).statusCode).toBe(500);
  ready = true;
  expect((await handler(httpEvent(ROUTE), LAMBDA_CONTEXT)).statusCode).toBe(200);
});

it('tells an error of the client as the route threw it', async () => {
  const answer = await clientOf(() => {
    throw new HttpError(409, 'Upload is merged');
  })(ROUTE);
  expect(answer.status).toBe(409);
  expect(errorOf(answer)).toMatchObject({ message: 'Upload is merged', status: '409' });
});

it.each([
  ['no body', undefined, {}],
  ['an empty body', '', {}],
  ['an object', '{"name":"a","size":1}', { name: 'a', size: 1 }],
])('takes %s', async (_name, body, expected) => {
  const answer = await clientOf(echoBody)('POST /uploads', body === undefined ? {} : { body });
  expect(answer).toMatchObject({ status: 200, body: { said: JSON.stringify(expected) } });
});

it.each([
  ['broken JSON', '{"name":', 400, 'Problems parsing JSON'],
  ['an array', '[]', 400, 'Body should be a JSON object'],
  ['null', 'null', 400, 'Body should be a JSON object'],
  ['a text', '"a"', 400, 'Body should be a JSON object'],
  ['more than 8 KiB', JSON.stringify({ name: 'a'.repeat(8192) }), 413, 'Body is larger than 8192 bytes'],
])('refuses %s', async (_name, body, status, message) => {
  const answer = await clientOf(echoBody)('POST /uploads', { body });
  expect(answer.status).toBe(status);
  expect(errorOf(answer)).toMatchObject({ message, status: String(status) });
});

it('names every wrong field and repeats no value', async () => {
  const answer = await clientOf(echoBody)('POST /uploads', {
    body: '{"size":"mona@example.com","color":"red"}',
  });
  expect(answer.status).toBe(422);
  expect(errorOf(answer)).toMatchObject({
    message: 'Validation Failed',
    errors: [
      { resource: 'Upload', field: 'size', code: 'invalid', message: 'must be a whole number' },
      { resource: 'Upload', field: 'color', code: 'unprocessable', message: 'is not a permitted key' },
    ],
  });
});

it('reads a body that API Gateway has encoded', async () => {
  captureOutput();
  const handler = httpHandler(createLogger('under-test'), () => ({ 'POST /uploads': echoBody }));
  const body = Buffer.from('{"name":"a"}').toString('base64');
  const result = await handler(
    { ...httpEvent('POST /uploads'), body, isBase64Encoded: true },
    LAMBDA_CONTEXT,
  );
  expect(JSON.parse(result.body ?? '')).toEqual({ said: '{"name":"a"}' });
});

it('decodes query parameters', async () => {
  const echoQuery: RouteHandler = (request) =>
    reply(echoSchema, { said: parseQuery(request, 'Person', z.object({ q: z.string() })).q });
  expect((await clientOf(echoQuery)(`${ROUTE}?q=a%2Bb+c%C3%A9&other=1`)).body).toEqual({ said: 'a+b cé' });
});

it.each([
  ['$default', 'https://api.example.com/uploads/1'],
  ['prod', 'https://api.example.com/prod/uploads/1'],
])('makes URLs of the same API on stage %s', async (stage, expected) => {
  const tellUrl: RouteHandler = (request) => reply(echoSchema, { said: request.urlOf('/uploads/1') });
  for (const route of [ROUTE, 'POST /uploads/1/accept']) {
    expect((await clientOf(tellUrl)(route, { stage })).body).toEqual({ said: expected });
  }
});

it.each([
  ['http', 'http://api.example.com/uploads/1'],
  ['https', 'https://api.example.com/uploads/1'],
  ['gopher', 'https://api.example.com/uploads/1'],
  [undefined, 'https://api.example.com/uploads/1'],
])('makes URLs of the scheme that the client used: %s', async (scheme, expected) => {
  captureOutput();
  const tellUrl: RouteHandler = (request) => reply(echoSchema, { said: request.urlOf('/uploads/1') });
  const handler = httpHandler(createLogger('under-test'), () => ({ [ROUTE]: tellUrl }));
  const headers = { host: 'api.example.com', 'x-forwarded-proto': scheme };
  const result = await handler({ ...httpEvent(ROUTE), headers }, LAMBDA_CONTEXT);
  expect(JSON.parse(result.body ?? '')).toEqual({ said: expected });
});

it('fails on an event that is no HTTP request', async () => {
  captureOutput();
  const handler = httpHandler(createLogger('under-test'), () => ({ [ROUTE]: echoBody }));
  await expect(handler({ ...httpEvent(ROUTE), version: '1.0' }, LAMBDA_CONTEXT)).rejects.toThrow();
});
