import {
  csvDownloadQuerySchema,
  type DownloadQuery,
  downloadLinkBody,
  downloadLinkSchema,
  downloadPendingSchema,
  findingsDownloadQuerySchema,
  jsonDownloadQuerySchema,
} from '../../shared/contracts/http/downloads.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { found } from '../../shared/runtime/http/http-error.ts';
import { type HttpReply, reply } from '../../shared/runtime/http/reply.ts';
import { type OwnerRequest, orderOf, parseQuery } from '../../shared/runtime/http/request.ts';
import { type PrepareDownloadPorts, prepareDownload } from './prepare-download.ts';

export type DownloadRoutesPorts = PrepareDownloadPorts;

type DownloadRoute = Extract<RouteKeyOf<'read-usage'>, `GET /report.${string}` | 'GET /findings.csv'>;

/** By then, half a minute after it was begun, the file of a million people is there. */
const RETRY_AFTER_SECONDS = 15;

/** Files that hold all of a report. They are had from the bucket, whose answers have no limit of size. */
export function downloadRoutes(ports: DownloadRoutesPorts): Readonly<Record<DownloadRoute, RouteHandler>> {
  const answer = async (request: OwnerRequest, query: DownloadQuery): Promise<HttpReply> => {
    const prepared = found(await prepareDownload(ports, query, orderOf(request)));
    if (prepared.kind === 'ready') {
      const headers = { location: prepared.link.url };
      return reply(downloadLinkSchema, downloadLinkBody(prepared.link), { status: 302, headers });
    }
    const message = 'The report is being prepared; ask again';
    const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
    return reply(downloadPendingSchema, { message }, { status: 202, headers });
  };
  return {
    'GET /report.csv': (request) => answer(request, parseQuery(request, 'Report', csvDownloadQuerySchema)),
    'GET /report.json': (request) => answer(request, parseQuery(request, 'Report', jsonDownloadQuerySchema)),
    'GET /findings.csv': (request) =>
      answer(request, parseQuery(request, 'Report', findingsDownloadQuerySchema)),
  };
}
