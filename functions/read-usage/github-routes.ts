import {
  consumedLicensesBody,
  consumedLicensesQuerySchema,
  consumedLicensesSchema,
} from '../../shared/contracts/http/consumed-licenses.ts';
import {
  type InstanceRecord,
  licenseSyncStatusBody,
  licenseSyncStatusSchema,
} from '../../shared/contracts/http/license-sync-status.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { LicenseReports, SourceRecord, SourceRegistry, UsageLedger } from '../../shared/ports.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { found, notFound } from '../../shared/runtime/http/http-error.ts';
import { linkHeader } from '../../shared/runtime/http/link.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { type HttpRequest, parseQuery } from '../../shared/runtime/http/request.ts';
import { readConsumedLicenses } from './read-consumed-licenses.ts';

export interface GitHubRoutesPorts {
  /** Slug of the enterprise. */
  readonly enterprise: string;
  readonly usage: UsageLedger;
  readonly licenses: LicenseReports;
  readonly sources: SourceRegistry;
}

type GitHubRoute = Extract<RouteKeyOf<'read-usage'>, `GET ${string}{enterprise}${string}`>;

/**
 * GitHub's own license API. Clients with a base URL of github.com ask for the bare paths, those that take it for an
 * instance of GitHub Enterprise Server put `/api/v3` in front.
 */
export function gitHubRoutes(ports: GitHubRoutesPorts): Readonly<Record<GitHubRoute, RouteHandler>> {
  const consumedLicenses: RouteHandler = async (request) => {
    requireEnterprise(request, ports.enterprise);
    const query = parseQuery(request, 'ConsumedLicense', consumedLicensesQuerySchema);
    const page = found(await readConsumedLicenses(ports, query));
    return reply(consumedLicensesSchema, consumedLicensesBody(page), {
      headers: linkHeader(ofReport(request.url, page.reportId), query.page, page.total),
    });
  };
  const licenseSyncStatus: RouteHandler = async (request) => {
    requireEnterprise(request, ports.enterprise);
    const records = await ports.sources.list();
    return reply(licenseSyncStatusSchema, licenseSyncStatusBody(records.filter(isOfInstance)));
  };
  return {
    'GET /enterprises/{enterprise}/consumed-licenses': consumedLicenses,
    'GET /enterprises/{enterprise}/license-sync-status': licenseSyncStatus,
    'GET /api/v3/enterprises/{enterprise}/consumed-licenses': consumedLicenses,
    'GET /api/v3/enterprises/{enterprise}/license-sync-status': licenseSyncStatus,
  };
}

/** Compares without regard to case. @throws HttpError 404 for any other enterprise. */
function requireEnterprise({ pathParameters }: HttpRequest, enterprise: string): void {
  if (pathParameters.enterprise?.toLowerCase() !== enterprise.toLowerCase()) throw notFound();
}

/** Links lead to pages of the same report. */
function ofReport(url: URL, reportId: string | null): URL {
  const target = new URL(url);
  if (reportId !== null) target.searchParams.set('report_id', reportId);
  return target;
}

function isOfInstance(record: SourceRecord): record is InstanceRecord {
  return record.instance !== null;
}
