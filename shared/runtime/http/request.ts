import type * as z from 'zod';
import { fieldErrorsOf } from '../../contracts/http/errors.ts';
import type { Order } from '../../domain/audit.ts';
import type { HttpEvent } from './event.ts';
import { HttpError } from './http-error.ts';
import { ownerOf } from './owner.ts';

/** No body that any route takes is near this. */
const MAX_BODY_BYTES = 8 * 1024;

export interface HttpRequest {
  /** Absolute, as the client asked. */
  readonly url: URL;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** By which the client reached the API. */
  readonly scheme: 'http' | 'https';
  /** Those that any route reads. */
  readonly headers: HttpEvent['headers'];
  /** Each `name=value`. */
  readonly cookies: readonly string[];
  /** Null when there is none. */
  readonly body: Buffer | null;
  readonly now: Date;
  /** The absolute URL of another path of this API, such as `/uploads/1`. */
  urlOf(path: string): string;
}

/** A request of an enterprise owner. */
export interface OwnerRequest extends HttpRequest {
  /** The owner's login. */
  readonly owner: string;
}

/** Who orders what the request asks for. */
export function orderOf({ owner: by, now }: OwnerRequest): Order {
  return { by, now };
}

export function httpRequestOf(event: HttpEvent, now: Date): HttpRequest {
  const { host, 'x-forwarded-proto': scheme } = event.headers;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const url = new URL(`${scheme}://${host}${event.rawPath}${query}`);
  return {
    url,
    scheme,
    pathParameters: event.pathParameters,
    headers: event.headers,
    cookies: event.cookies,
    body:
      event.body === undefined ? null : Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8'),
    now,
    urlOf: (path) => `${url.origin}${pathPrefix(event)}${path}`,
  };
}

/** @throws HttpError 401, 403 or 503 for anybody but an enterprise owner. */
export function ownerRequestOf(event: HttpEvent, now: Date): OwnerRequest {
  const owner = ownerOf(event);
  return { ...httpRequestOf(event, now), owner };
}

/** The stage or the mapping: what the path has in front of the route's own segments. */
function pathPrefix({ routeKey, rawPath }: HttpEvent): string {
  const routeSegments = routeKey.split('/').length - 1;
  return rawPath.split('/').slice(0, -routeSegments).join('/');
}

/** @throws HttpError 422, with what is wrong parameter by parameter. */
export function parseQuery<Schema extends z.ZodType>(
  request: HttpRequest,
  resource: string,
  schema: Schema,
): z.output<Schema> {
  return validated(resource, schema, Object.fromEntries(request.url.searchParams));
}

/** No body is an empty object. @throws HttpError 400, 413 or 422. */
export function parseBody<Schema extends z.ZodType>(
  request: HttpRequest,
  resource: string,
  schema: Schema,
): z.output<Schema> {
  return validated(resource, schema, jsonObject(request.body));
}

function jsonObject(body: Buffer | null): object {
  if (body === null || body.length === 0) return {};
  if (body.length > MAX_BODY_BYTES) {
    throw new HttpError(413, `Body is larger than ${MAX_BODY_BYTES} bytes`);
  }
  const json = parseJson(body.toString('utf8'));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new HttpError(400, 'Body should be a JSON object');
  }
  return json;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'Problems parsing JSON');
  }
}

function validated<Schema extends z.ZodType>(
  resource: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpError(422, 'Validation Failed', { errors: fieldErrorsOf(resource, parsed.error) });
}
