import { findingsBody, findingsQuerySchema, findingsSchema } from '../../shared/contracts/http/findings.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import type { CanonicalKey } from '../../shared/domain/person.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { linkHeader } from '../../shared/runtime/http/link.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { parseQuery } from '../../shared/runtime/http/request.ts';
import { type ListFindingsPorts, listFindings } from './list-findings.ts';

export interface FindingsRoutesPorts extends ListFindingsPorts {
  readonly personIdOf: (key: CanonicalKey) => PersonId;
}

/** What owners should look at or can save on. */
export function findingsRoutes(ports: FindingsRoutesPorts): Readonly<Record<'GET /findings', RouteHandler>> {
  return {
    'GET /findings': async (request) => {
      const query = parseQuery(request, 'Finding', findingsQuerySchema);
      const page = await listFindings(ports, query, request.now);
      return reply(findingsSchema, findingsBody(page, ports.personIdOf), {
        headers: linkHeader(request.url, query.page, page.total),
      });
    },
  };
}
