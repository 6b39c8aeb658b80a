import type { IncomingMessage } from 'node:http';
import type { Functions } from '../functions/functions.ts';
import type { RequestHandler } from '../local-server.ts';
import type { HttpApiDefinition } from '../template/http-api.ts';
import { authorizerContext, authorizerEvent, withAuthorizer } from './authorizer.ts';
import { type HttpRequest, type ProxyEvent, proxyEvent } from './proxy-event.ts';
import { gatewayError, type HttpResponse, httpResponse } from './proxy-result.ts';
import { type MatchedRoute, RouteTable } from './route-table.ts';

/** The quota of HTTP APIs for a request. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** The longest that an HTTP API waits for an authorizer. */
const AUTHORIZER_TIMEOUT_MS = 10_000;

export interface HttpApiOptions {
  readonly definition: HttpApiDefinition;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly onError: (functionName: string, error: unknown) => void;
}

/** The HTTP API of the template. */
export function httpApi(options: HttpApiOptions): RequestHandler {
  const routes = new RouteTable(options.definition.routes);
  return async (request, response) => {
    const { status, headers, body } = await answer(request, routes, options);
    const isBodiless = request.method === 'HEAD' || status === 204 || status === 304;
    response.writeHead(status, {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
      ...(status !== 204 && { 'content-length': body.length }),
    });
    response.end(isBodiless ? undefined : body);
  };
}

async function answer(
  request: IncomingMessage,
  routes: RouteTable,
  options: HttpApiOptions,
): Promise<HttpResponse> {
  const body = await readBody(request);
  if (body === null) return gatewayError(413, 'Request Entity Too Large');
  const httpRequest = toHttpRequest(request, body);
  if (httpRequest === null) return gatewayError(400, 'Bad Request');
  const matched = routes.match(httpRequest.method, httpRequest.url.pathname);
  if (matched === null) return gatewayError(404, 'Not Found');
  const event = proxyEvent(options.definition.id, httpRequest, matched);
  const { authorizerName } = matched.route;
  if (authorizerName === null) return integrationResponse(matched, event, options);
  return authorizedResponse(matched, authorizerName, event, options);
}

/** Asks the authorizer, and the function behind the route only when it agrees. */
async function authorizedResponse(
  matched: MatchedRoute,
  authorizerName: string,
  event: ProxyEvent,
  options: HttpApiOptions,
): Promise<HttpResponse> {
  try {
    const result = options.functions.invoke(authorizerName, authorizerEvent(event));
    const inTime = await withinTime(result, AUTHORIZER_TIMEOUT_MS);
    if (inTime === null) throw new Error('the authorizer took longer than the API waits');
    const context = authorizerContext(inTime);
    if (context === null) return gatewayError(403, 'Forbidden');
    return await integrationResponse(matched, withAuthorizer(event, context), options);
  } catch (error) {
    options.onError(authorizerName, error);
    return gatewayError(500, 'Internal Server Error');
  }
}

async function integrationResponse(
  { route }: MatchedRoute,
  event: ProxyEvent,
  { functions, onError }: HttpApiOptions,
): Promise<HttpResponse> {
  try {
    const result = await withinTime(functions.invoke(route.functionName, event), route.timeoutMs);
    return result === null ? gatewayError(503, 'Service Unavailable') : httpResponse(result);
  } catch (error) {
    onError(route.functionName, error);
    return gatewayError(500, 'Internal Server Error');
  }
}

/** Null when the function takes longer than the API waits. The function goes on, as on AWS. */
async function withinTime(result: Promise<string>, timeoutMs: number): Promise<string | null> {
  const { promise: timeout, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, timeoutMs, null);
  try {
    return await Promise.race([result, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null when host or path are malformed. */
function toHttpRequest(request: IncomingMessage, body: Buffer): HttpRequest | null {
  const url = URL.parse(`http://${request.headers.host ?? 'local'}${request.url ?? '/'}`);
  if (url === null || !isUrlEncoded(url.pathname)) return null;
  return {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body,
    sourceIp: request.socket.remoteAddress ?? '',
    receivedAt: new Date(),
  };
}

function isUrlEncoded(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size <= MAX_BODY_BYTES) pieces.push(piece);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(pieces) : null;
}
