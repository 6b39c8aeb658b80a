import { changesBody, changesQuerySchema, changesSchema } from '../../shared/contracts/http/changes.ts';
import { chargebackBody, chargebackSchema } from '../../shared/contracts/http/chargeback.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { ChangeReports, ChargebackReports } from '../../shared/history-ports.ts';
import type { UsageLedger } from '../../shared/ports.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { found } from '../../shared/runtime/http/http-error.ts';
import { linkHeader } from '../../shared/runtime/http/link.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { parseQuery } from '../../shared/runtime/http/request.ts';
import { listChanges } from './list-changes.ts';
import { readChargeback } from './read-chargeback.ts';

export interface HistoryRoutesPorts {
  readonly usage: UsageLedger;
  readonly changes: ChangeReports;
  readonly chargebacks: ChargebackReports;
}

type HistoryRoute = Extract<RouteKeyOf<'read-usage'>, 'GET /changes' | 'GET /usage/chargeback'>;

/** What became of people over time, and who may be charged for them. */
export function historyRoutes(ports: HistoryRoutesPorts): Readonly<Record<HistoryRoute, RouteHandler>> {
  return {
    'GET /changes': async (request) => {
      const query = parseQuery(request, 'Change', changesQuerySchema);
      const page = await listChanges(ports, query);
      return reply(changesSchema, changesBody(page), {
        headers: linkHeader(request.url, query.page, page.total),
      });
    },

    'GET /usage/chargeback': async () =>
      reply(chargebackSchema, chargebackBody(found(await readChargeback(ports)))),
  };
}
