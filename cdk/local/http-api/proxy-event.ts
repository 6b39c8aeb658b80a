import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ACCOUNT_ID } from '../template/account.ts';
import type { MatchedRoute } from './route-table.ts';

export interface HttpRequest {
  readonly method: string;
  /** Its path is URL-encoded, or it is refused before. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly receivedAt: Date;
}

/** Bodies of other types are handed over in Base64. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\b)/i;

/** The event of a request that no authorizer has judged. */
export type ProxyEvent = ReturnType<typeof proxyEvent>;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, format 2.0 */
export function proxyEvent(apiId: string, request: HttpRequest, matched: MatchedRoute) {
  const { method, url, headers, body, receivedAt, sourceIp } = request;
  const { cookie, ...otherHeaders } = headers;
  const query = queryParameters(url.searchParams);
  const isText = TEXT_TYPE.test(headers['content-type'] ?? 'text/plain');
  const path = decodeURIComponent(url.pathname);
  return {
    version: '2.0',
    routeKey: matched.route.routeKey,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    // API Gateway says by itself how it was reached; links are built from it.
    headers: { ...joinHeaders(otherHeaders), 'x-forwarded-for': sourceIp, 'x-forwarded-proto': 'http' },
    ...(query !== null && { queryStringParameters: query }),
    ...(matched.pathParameters !== null && { pathParameters: matched.pathParameters }),
    requestContext: {
      accountId: ACCOUNT_ID,
      apiId,
      domainName: url.host,
      domainPrefix: apiId,
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: matched.route.routeKey,
      stage: '$default',
      time: receivedAt.toISOString(),
      timeEpoch: receivedAt.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Repeated parameters are joined by commas. */
function queryParameters(search: URLSearchParams): Record<string, string> | null {
  const names = new Set(search.keys());
  if (names.size === 0) return null;
  return Object.fromEntries([...names].map((name) => [name, search.getAll(name).join(',')]));
}

function joinHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : `${value}`]),
  );
}
