import { describe, expect, it } from 'vitest';
import { RouteTable } from '../../../../cdk/local/http-api/route-table.ts';

const ROUTES = [
  'GET /people',
  'GET /people/{id}',
  'ANY /people/me',
  'GET /people/{id}/matches',
  'GET /files/{path+}',
];
const table = (routeKeys: readonly string[]) =>
  new RouteTable(
    routeKeys.map((routeKey) => ({ routeKey, functionName: 'F', timeoutMs: 1, authorizerName: null })),
  );

describe('the route of a request', () => {
  it.each([
    { request: 'GET /people', routeKey: 'GET /people', parameters: null },
    { request: 'GET /people/42', routeKey: 'GET /people/{id}', parameters: { id: '42' } },
    { request: 'GET /people/a%2Fb%20c', routeKey: 'GET /people/{id}', parameters: { id: 'a/b c' } },
    { request: 'GET /people/me', routeKey: 'ANY /people/me', parameters: null },
    { request: 'PUT /people/me', routeKey: 'ANY /people/me', parameters: null },
    { request: 'GET /people/42/matches', routeKey: 'GET /people/{id}/matches', parameters: { id: '42' } },
    { request: 'GET /files/a/b', routeKey: 'GET /files/{path+}', parameters: { path: 'a/b' } },
  ])('$request is $routeKey', ({ request, routeKey, parameters }) => {
    const [method = '', path = ''] = request.split(' ');
    expect(table(ROUTES).match(method, path)).toEqual({
      route: expect.objectContaining({ routeKey }),
      pathParameters: parameters,
    });
  });

  it.each([
    'POST /people',
    'GET /people/',
    'GET /people/42/other',
    'GET /',
    'GET /files/',
    'GET /people/42/matches/1',
  ])('%s has none', (request) => {
    const [method = '', path = ''] = request.split(' ');
    expect(table(ROUTES).match(method, path)).toBeNull();
  });

  it('is the default route where there is no other', () => {
    const routes = table(['$default', 'GET /people']);
    expect(routes.match('GET', '/people')?.route.routeKey).toBe('GET /people');
    expect(routes.match('GET', '/else')?.route.routeKey).toBe('$default');
  });
});
