import { describe, expect, it } from 'vitest';
import { type HttpRequest, proxyEvent } from '../../../../cdk/local/http-api/proxy-event.ts';
import { httpResponse } from '../../../../cdk/local/http-api/proxy-result.ts';

const REQUEST: HttpRequest = {
  method: 'GET',
  url: new URL('http://127.0.0.1:3000/people/a%20b'),
  headers: { host: '127.0.0.1:3000', 'user-agent': 'curl' },
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  receivedAt: new Date('2026-01-02T03:04:05.678Z'),
};
const MATCHED = {
  route: { routeKey: 'GET /people/{id}', functionName: 'F', timeoutMs: 1, authorizerName: null },
  pathParameters: { id: 'a b' },
};
const eventOf = (request: Partial<HttpRequest>) => proxyEvent('api', { ...REQUEST, ...request }, MATCHED);

describe('the event of a request', () => {
  it('is in payload format 2.0', () => {
    expect(eventOf({})).toEqual({
      version: '2.0',
      routeKey: 'GET /people/{id}',
      rawPath: '/people/a b',
      rawQueryString: '',
      headers: {
        host: '127.0.0.1:3000',
        'user-agent': 'curl',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
      },
      pathParameters: { id: 'a b' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        domainName: '127.0.0.1:3000',
        domainPrefix: 'api',
        http: {
          method: 'GET',
          path: '/people/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'curl',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'GET /people/{id}',
        stage: '$default',
        time: '2026-01-02T03:04:05.678Z',
        timeEpoch: 1_767_323_045_678,
      },
      isBase64Encoded: false,
    });
  });

  it('joins repeated parameters and keeps the query as it was sent', () => {
    expect(eventOf({ url: new URL('http://h/x?a=1&a=2&b=%20c+d') })).toMatchObject({
      rawQueryString: 'a=1&a=2&b=%20c+d',
      queryStringParameters: { a: '1,2', b: ' c d' },
    });
  });

  it('has cookies apart from the other headers', () => {
    const event = eventOf({ headers: { cookie: 'a=1; b=2', accept: '*/*' } });
    expect(event).toMatchObject({ cookies: ['a=1', 'b=2'], headers: { accept: '*/*' } });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it.each([
    { type: 'application/json', isBase64Encoded: false, body: '{"ä":1}' },
    { type: 'application/problem+json; charset=utf-8', isBase64Encoded: false, body: '{"ä":1}' },
    { type: 'application/octet-stream', isBase64Encoded: true, body: 'eyLDpCI6MX0=' },
  ])('has a body of type $type as $body', ({ type, isBase64Encoded, body }) => {
    const event = eventOf({ headers: { 'content-type': type }, body: Buffer.from('{"ä":1}') });
    expect(event).toMatchObject({ isBase64Encoded, body });
  });
});

describe('the response to a request', () => {
  it.each([
    {
      what: 'all that the function says',
      result: { statusCode: 201, headers: { Location: '/x', 'x-count': 2 }, cookies: ['a=1'], body: 'ä' },
      response: {
        status: 201,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          location: '/x',
          'x-count': '2',
          'set-cookie': ['a=1'],
        },
        body: Buffer.from('ä'),
      },
    },
    {
      what: 'bytes',
      result: {
        statusCode: 200,
        headers: { 'content-type': 'image/png' },
        body: 'AAE=',
        isBase64Encoded: true,
      },
      response: { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.from([0, 1]) },
    },
    {
      what: 'the whole result when it has no status',
      result: { people: 3 },
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from('{"people":3}'),
      },
    },
  ])('is $what', ({ result, response }) => {
    expect(httpResponse(JSON.stringify(result))).toEqual(response);
  });

  it.each([{ statusCode: 'none' }, { statusCode: 42 }, { statusCode: 200, body: { a: 1 } }])(
    'cannot be made of %j',
    (result) => expect(() => httpResponse(JSON.stringify(result))).toThrow(),
  );
});
