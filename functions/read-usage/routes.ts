import type { AuditTrail } from '../../shared/audit-ports.ts';
import { auditLogBody, auditLogSchema } from '../../shared/contracts/http/audit-log.ts';
import { pageQuerySchema } from '../../shared/contracts/http/paging.ts';
import { peopleBody, peopleQuerySchema, peopleSchema } from '../../shared/contracts/http/people.ts';
import { personSchema } from '../../shared/contracts/http/person.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import { serverInstancesSchema } from '../../shared/contracts/http/server-instances.ts';
import {
  syncRunBody,
  syncRunSchema,
  syncRunsBody,
  syncRunsSchema,
} from '../../shared/contracts/http/sync-runs.ts';
import {
  uploadBody,
  uploadSchema,
  uploadsBody,
  uploadsQuerySchema,
  uploadsSchema,
} from '../../shared/contracts/http/uploads.ts';
import { usageBody, usageSchema } from '../../shared/contracts/http/usage.ts';
import {
  usageHistoryBody,
  usageHistoryQuerySchema,
  usageHistorySchema,
} from '../../shared/contracts/http/usage-history.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import type { CanonicalKey } from '../../shared/domain/person.ts';
import type { PeopleLedger, PeopleReports, SyncRunLog, UploadLog } from '../../shared/ports.ts';
import type { RouteHandlers } from '../../shared/runtime/http/handler.ts';
import { found } from '../../shared/runtime/http/http-error.ts';
import { linkHeader } from '../../shared/runtime/http/link.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { parseQuery } from '../../shared/runtime/http/request.ts';
import { type DownloadRoutesPorts, downloadRoutes } from './download-routes.ts';
import { findPeople } from './find-people.ts';
import { type FindingsRoutesPorts, findingsRoutes } from './findings-routes.ts';
import { type GitHubRoutesPorts, gitHubRoutes } from './github-routes.ts';
import { type HistoryRoutesPorts, historyRoutes } from './history-routes.ts';
import { listServerInstances } from './list-server-instances.ts';
import { listUploads } from './list-uploads.ts';
import { readPerson } from './read-person.ts';
import { readSyncRun } from './read-sync-run.ts';
import { readUpload } from './read-upload.ts';
import { readUsage } from './read-usage.ts';

export interface ReadUsagePorts
  extends GitHubRoutesPorts,
    DownloadRoutesPorts,
    FindingsRoutesPorts,
    HistoryRoutesPorts {
  readonly audit: AuditTrail;
  readonly people: PeopleLedger;
  readonly reports: PeopleReports;
  readonly uploads: UploadLog;
  readonly syncRuns: SyncRunLog;
  readonly personIdOf: (key: CanonicalKey) => PersonId;
}

/** From a request to a use case, and from its result to the answer. Before the first merge all is empty. */
export function readUsageRoutes(ports: ReadUsagePorts): RouteHandlers<RouteKeyOf<'read-usage'>> {
  return {
    'GET /usage': async ({ now }) => reply(usageSchema, usageBody(await readUsage(ports, now))),

    'GET /usage/history': async (request) => {
      const query = parseQuery(request, 'UsageHistory', usageHistoryQuerySchema(request.now));
      const points = await ports.usage.history(query.from, query.to);
      return reply(usageHistorySchema, usageHistoryBody(query, points));
    },

    'GET /people': async (request) => {
      const query = parseQuery(request, 'Person', peopleQuerySchema);
      const page = await findPeople(ports, query);
      return reply(peopleSchema, peopleBody(page), {
        headers: linkHeader(request.url, query.page, page.total),
      });
    },

    'GET /people/{id}': async ({ pathParameters }) =>
      reply(personSchema, found(await readPerson(ports, pathParameters.id))),

    'GET /server-instances': async () => reply(serverInstancesSchema, await listServerInstances(ports)),

    'GET /uploads': async (request) => {
      const query = parseQuery(request, 'Upload', uploadsQuerySchema);
      const uploads = await listUploads(ports, query);
      return reply(uploadsSchema, uploadsBody(uploads), {
        headers: linkHeader(request.url, query.page, uploads.total),
      });
    },

    'GET /uploads/{id}': async ({ pathParameters }) =>
      reply(uploadSchema, uploadBody(found(await readUpload(ports.uploads, pathParameters.id)))),

    'GET /sync-runs': async (request) => {
      const page = parseQuery(request, 'SyncRun', pageQuerySchema);
      const runs = await ports.syncRuns.list(page);
      return reply(syncRunsSchema, syncRunsBody(runs, request.now), {
        headers: linkHeader(request.url, page, runs.total),
      });
    },

    'GET /sync-runs/{id}': async ({ pathParameters, now }) => {
      const run = found(await readSyncRun(ports.syncRuns, pathParameters.id));
      return reply(syncRunSchema, syncRunBody(run, now));
    },

    'GET /audit-log': async (request) => {
      const page = parseQuery(request, 'AuditLog', pageQuerySchema);
      const entries = await ports.audit.list(page);
      return reply(auditLogSchema, auditLogBody(entries), {
        headers: linkHeader(request.url, page, entries.total),
      });
    },

    ...downloadRoutes(ports),
    ...findingsRoutes(ports),
    ...historyRoutes(ports),
    ...gitHubRoutes(ports),
  };
}
