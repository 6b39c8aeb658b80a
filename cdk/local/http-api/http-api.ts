import type { IncomingMessage } from 'node:http';
import type { Functions } from '../functions/functions.ts';
import type { RequestHandler } from '../local-server.ts';
import type { HttpApiDefinition, RouteDefinition } from '../template/http-api.ts';
import { type HttpRequest, proxyEvent } from './proxy-event.ts';
import { gatewayError, type HttpResponse, httpResponse } from './proxy-result.ts';
import { RouteTable } from './route-table.ts';

/** The quota of HTTP APIs for a request. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export interface HttpApiOptions {
  readonly definition: HttpApiDefinition;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly onError: (functionName: string, error: unknown) => void;
}

/** The HTTP API of the template. Whoever reaches it counts as the owner of the account. */
export function httpApi({ definition, functions, onError }: HttpApiOptions): RequestHandler {
  const routes = new RouteTable(definition.routes);

  async function answer(request: IncomingMessage): Promise<HttpResponse> {
    const body = await readBody(request);
    if (body === null) return gatewayError(413, 'Request Entity Too Large');
    const httpRequest = toHttpRequest(request, body);
    if (httpRequest === null) return gatewayError(400, 'Bad Request');
    const matched = routes.match(httpRequest.method, httpRequest.url.pathname);
    if (matched === null) return gatewayError(404, 'Not Found');
    const { functionName } = matched.route;
    try {
      const event = proxyEvent(definition.id, httpRequest, matched);
      const result = await withinTime(functions.invoke(functionName, event), matched.route);
      return result === null ? gatewayError(503, 'Service Unavailable') : httpResponse(result);
    } catch (error) {
      onError(functionName, error);
      return gatewayError(500, 'Internal Server Error');
    }
  }

  return async (request, response) => {
    const { status, headers, body } = await answer(request);
    const isBodiless = request.method === 'HEAD' || status === 204 || status === 304;
    response.writeHead(status, {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
      ...(status !== 204 && { 'content-length': body.length }),
    });
    response.end(isBodiless ? undefined : body);
  };
}

/** Null when the function takes longer than the API waits. The function goes on, as on AWS. */
async function withinTime(result: Promise<string>, { timeoutMs }: RouteDefinition): Promise<string | null> {
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
