import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { found } from '../../shared/runtime/http/http-error.ts';
import type { HttpReply } from '../../shared/runtime/http/reply.ts';
import type { HttpRequest } from '../../shared/runtime/http/request.ts';
import type { PageFile, PageFiles } from './page-files.ts';
import { ASSET_CACHING, PAGE_CACHING, pageHeaders } from './page-headers.ts';

export interface PageRoutesPorts {
  readonly files: Pick<PageFiles, 'read'>;
  /** What the URL of every upload begins with. */
  readonly uploadsUrl: () => Promise<string>;
}

type PageRoute = Extract<RouteKeyOf<'console'>, 'GET /' | `GET /assets/${string}`>;

/** The page and what it is made of. */
export function pageRoutes({
  files,
  uploadsUrl,
}: PageRoutesPorts): Readonly<Record<PageRoute, RouteHandler<HttpRequest>>> {
  const send = async (request: HttpRequest, name: string, caching: string): Promise<HttpReply> => {
    const file = found(await files.read(name, request.headers['accept-encoding']));
    const headers = { ...pageHeaders(await uploadsUrl()), ...fileHeaders(file), 'cache-control': caching };
    if (request.headers['if-none-match'] === file.etag) return { status: 304, headers, body: null };
    return { status: 200, headers, body: file.content };
  };
  return {
    'GET /': (request) => send(request, 'index.html', PAGE_CACHING),
    'GET /assets/{name}': (request) => send(request, `assets/${request.pathParameters.name}`, ASSET_CACHING),
  };
}

function fileHeaders({ contentType, encoding, etag }: PageFile): Record<string, string> {
  return {
    'content-type': contentType,
    etag,
    vary: 'accept-encoding',
    ...(encoding !== null && { 'content-encoding': encoding }),
  };
}
