import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import { errorSchema } from '../../shared/contracts/http/errors.ts';
import { ROUTES } from '../../shared/contracts/http/routes.ts';
import type { OwnerCheck } from '../../shared/github-ports.ts';
import { httpHandler, publicHttpHandler, type RouteHandlers } from '../../shared/runtime/http/handler.ts';
import type { HttpRequest } from '../../shared/runtime/http/request.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type CapturedOutput, captureOutput } from './captured-output.ts';
import { LAMBDA_CONTEXT } from './lambda-context.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly output: CapturedOutput;
}

/** An enterprise owner, as every caller here is unless told otherwise. */
export const OWNER: OwnerCheck = { verdict: 'owner', login: 'octo-owner' };

export interface HttpCall {
  readonly body?: string;
  /** Of API Gateway; `$default` has no path of its own. */
  readonly stage?: string;
  /** What the authorizer has found out. */
  readonly caller?: OwnerCheck;
  /** Besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Each `name=value`. */
  readonly cookies?: readonly string[];
}

/** Calls a function as API Gateway does: `call('GET /people?q=mo')`. */
export function httpClient(routes: RouteHandlers<string>) {
  const handler = httpHandler(createLogger('under-test'), () => routes);
  return async (request: string, options: HttpCall = {}): Promise<HttpAnswer> => {
    const output = captureOutput();
    const result = await handler(httpEvent(request, options), LAMBDA_CONTEXT);
    return {
      status: result.statusCode ?? 0,
      headers: result.headers ?? {},
      body: JSON.parse(result.body ?? 'null'),
      output,
    };
  };
}

export interface PublicAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Each a `Set-Cookie`. */
  readonly cookies: readonly string[];
  readonly body: Buffer;
  json(): unknown;
}

/** Calls a function that answers anybody as API Gateway does. */
export function publicHttpClient(routes: RouteHandlers<string, HttpRequest>) {
  const handler = publicHttpHandler(createLogger('under-test'), () => routes);
  return async (request: string, options: HttpCall = {}): Promise<PublicAnswer> => {
    captureOutput();
    const { requestContext, ...event } = httpEvent(request, options);
    const { authorizer: _authorizer, ...unjudged } = requestContext;
    const result = await handler({ ...event, requestContext: unjudged }, LAMBDA_CONTEXT);
    const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    return {
      status: result.statusCode ?? 0,
      headers: result.headers ?? {},
      cookies: result.cookies ?? [],
      body,
      json: () => JSON.parse(body.toString('utf8')),
    };
  };
}

/** The event that API Gateway makes of a request, by the routes of the API. */
export function httpEvent(
  request: string,
  { body, stage = '$default', caller = OWNER, headers = {}, cookies = [] }: HttpCall = {},
): APIGatewayProxyEventV2WithLambdaAuthorizer<OwnerCheck> {
  const [method = '', target = ''] = request.split(' ');
  const [path = '', query = ''] = target.split('?');
  const { routeKey, pathParameters } = routeOf(method, path);
  const rawPath = stage === '$default' ? path : `/${stage}${path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: query,
    headers: { host: 'api.example.com', 'x-forwarded-proto': 'https', ...headers },
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    pathParameters,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      authorizer: { lambda: caller },
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey,
      stage,
      time: '01/Mar/2026:00:00:00 +0000',
      timeEpoch: Date.UTC(2026, 2, 1),
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body }),
  };
}

/** Exact paths win over paths with parameters, as in API Gateway. */
function routeOf(method: string, path: string): { routeKey: string; pathParameters: Record<string, string> } {
  const segments = path.split('/');
  for (const route of ROUTES.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)) {
    const template = route.path.split('/');
    const matches =
      route.method === method &&
      template.length === segments.length &&
      template.every((part, index) => part.startsWith('{') || part === segments[index]);
    if (!matches) continue;
    const parameters = template.flatMap((part, index) =>
      part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(segments[index] ?? '')]] : [],
    );
    return { routeKey: `${method} ${route.path}`, pathParameters: Object.fromEntries(parameters) };
  }
  return { routeKey: `${method} ${path}`, pathParameters: {} };
}

/** The answer's body, when it is an error in GitHub's form. */
export function errorOf(answer: Pick<HttpAnswer, 'body'>) {
  return errorSchema.parse(answer.body);
}
