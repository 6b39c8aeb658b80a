import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import { RUN_FAILURE_TEXTS } from '../../shared/contracts/http/sync-failures.ts';
import {
  syncNowRequestSchema,
  syncUnderWayBody,
  syncUnderWaySchema,
} from '../../shared/contracts/http/sync-now.ts';
import { syncRunBody, syncRunSchema } from '../../shared/contracts/http/sync-runs.ts';
import type { RouteHandlers } from '../../shared/runtime/http/handler.ts';
import { HttpError } from '../../shared/runtime/http/http-error.ts';
import { type HttpReply, reply } from '../../shared/runtime/http/reply.ts';
import { type HttpRequest, orderOf, parseBody } from '../../shared/runtime/http/request.ts';
import { type StartedSync, type StartSyncPorts, startSync } from './start-sync.ts';

export interface SyncNowPorts extends StartSyncPorts {
  /** Told of a run that could not be started, and why. */
  readonly onNotStarted: (runId: string, cause: unknown) => void;
}

/** From a request to the use case, and from its outcome to the answer. */
export function syncNowRoutes(ports: SyncNowPorts): RouteHandlers<RouteKeyOf<'sync-now'>> {
  return {
    'POST /sync-now': async (request) => {
      const started = await startSync(
        ports,
        parseBody(request, 'SyncNow', syncNowRequestSchema),
        orderOf(request),
      );
      return startedReply(request, started, ports);
    },
  };
}

function startedReply(request: HttpRequest, started: StartedSync, ports: SyncNowPorts): HttpReply {
  switch (started.outcome) {
    case 'started':
      return reply(syncRunSchema, syncRunBody(started.run, request.now), {
        status: 202,
        headers: locationOf(request, started.run.id),
      });
    case 'busy':
      return reply(syncUnderWaySchema, syncUnderWayBody(started.run, request.now), {
        status: 409,
        headers: started.runId === null ? {} : locationOf(request, started.runId),
      });
    case 'not-started': {
      ports.onNotStarted(started.run.id, started.cause);
      const { message, fix } = RUN_FAILURE_TEXTS['not-started'];
      throw new HttpError(503, `${message} ${fix}`, { headers: locationOf(request, started.run.id) });
    }
  }
}

function locationOf(request: HttpRequest, runId: string): { location: string } {
  return { location: request.urlOf(`/sync-runs/${runId}`) };
}
