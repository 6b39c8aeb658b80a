interface RouteDefinition {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** Folder under functions/ of what answers it. */
  readonly function: string;
}

/** Routes for enterprise owners: the authorizer is asked before them. */
export const OWNER_ROUTES = [
  { method: 'GET', path: '/usage', function: 'read-usage' },
  { method: 'GET', path: '/usage/history', function: 'read-usage' },
  { method: 'GET', path: '/usage/chargeback', function: 'read-usage' },
  { method: 'POST', path: '/usage/recompute', function: 'manage-usage' },
  { method: 'GET', path: '/changes', function: 'read-usage' },
  { method: 'GET', path: '/people', function: 'read-usage' },
  { method: 'GET', path: '/people/{id}', function: 'read-usage' },
  { method: 'GET', path: '/report.csv', function: 'read-usage' },
  { method: 'GET', path: '/report.json', function: 'read-usage' },
  { method: 'GET', path: '/findings.csv', function: 'read-usage' },
  { method: 'GET', path: '/findings', function: 'read-usage' },
  { method: 'PATCH', path: '/findings/{id}', function: 'manage-usage' },
  { method: 'GET', path: '/server-instances', function: 'read-usage' },
  { method: 'PATCH', path: '/server-instances/{id}', function: 'manage-usage' },
  { method: 'GET', path: '/uploads', function: 'read-usage' },
  { method: 'GET', path: '/uploads/{id}', function: 'read-usage' },
  { method: 'POST', path: '/uploads', function: 'manage-usage' },
  { method: 'POST', path: '/uploads/{id}/accept', function: 'manage-usage' },
  { method: 'POST', path: '/sync-now', function: 'sync-now' },
  { method: 'GET', path: '/sync-runs', function: 'read-usage' },
  { method: 'GET', path: '/sync-runs/{id}', function: 'read-usage' },
  { method: 'GET', path: '/audit-log', function: 'read-usage' },
  { method: 'POST', path: '/personal-data/lookup', function: 'manage-personal-data' },
  { method: 'POST', path: '/personal-data/erase', function: 'manage-personal-data' },
  { method: 'GET', path: '/personal-data/erasures/{id}', function: 'manage-personal-data' },
  { method: 'GET', path: '/enterprises/{enterprise}/consumed-licenses', function: 'read-usage' },
  { method: 'GET', path: '/enterprises/{enterprise}/license-sync-status', function: 'read-usage' },
  { method: 'GET', path: '/api/v3/enterprises/{enterprise}/consumed-licenses', function: 'read-usage' },
  { method: 'GET', path: '/api/v3/enterprises/{enterprise}/license-sync-status', function: 'read-usage' },
] as const satisfies readonly RouteDefinition[];

/** Routes for anybody, of functions that answer no others: the console, and the way to sign in to it. */
export const PUBLIC_ROUTES = [
  { method: 'GET', path: '/', function: 'console' },
  { method: 'GET', path: '/assets/{name}', function: 'console' },
  { method: 'GET', path: '/sign-in', function: 'console' },
  { method: 'GET', path: '/sign-in/callback', function: 'console' },
  { method: 'GET', path: '/session', function: 'console' },
  { method: 'POST', path: '/session', function: 'console' },
  { method: 'DELETE', path: '/session', function: 'console' },
] as const satisfies readonly RouteDefinition[];

/** Every route of the HTTP API and the function that answers it: the infrastructure and the functions read this list. */
export const ROUTES = [...OWNER_ROUTES, ...PUBLIC_ROUTES];

export type Route = (typeof ROUTES)[number];

/** Functions behind the HTTP API. */
export type HttpFunction = Route['function'];

type KeyOf<R extends Route> = R extends Route ? `${R['method']} ${R['path']}` : never;

/** The routes that a function answers, as API Gateway names them in `routeKey`: `GET /people/{id}`. */
export type RouteKeyOf<Function extends HttpFunction> = KeyOf<Extract<Route, { function: Function }>>;
