import { ulid } from 'ulid';
import { type SyncNowPorts, syncNowRoutes } from '../../functions/sync-now/routes.ts';
import { SYNC_LEASE_MS } from '../../shared/domain/sync-run.ts';
import type { Lease, SyncRunLog } from '../../shared/ports.ts';
import { InMemoryAuditTrail } from './fakes/in-memory-audit-trail.ts';
import { InMemoryLease } from './fakes/in-memory-lease.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { InMemorySyncStarter } from './fakes/in-memory-sync-starter.ts';
import { httpClient } from './http-client.ts';

interface Stores {
  readonly syncRuns: SyncRunLog;
  /** Of syncs. */
  readonly lease: Lease;
}

/** What sync-now works on, with a clock that moves when told to, called through the HTTP API. */
export class SyncNowWorld implements SyncNowPorts {
  readonly syncRuns: SyncRunLog;
  readonly lease: Lease;
  readonly audit = new InMemoryAuditTrail();
  readonly starter = new InMemorySyncStarter();
  /** Runs that could not be started, with the reason. */
  readonly notStarted: (readonly [runId: string, cause: unknown])[] = [];
  readonly routes: ReturnType<typeof syncNowRoutes>;
  readonly call: ReturnType<typeof httpClient>;
  /** From the true time on: answers tell of states as they are now. */
  nowMs = Date.now();
  /** What others do during a pause. */
  meanwhile: () => Promise<void> = async () => undefined;

  constructor({ syncRuns, lease }: Stores = emptyStores()) {
    this.syncRuns = syncRuns;
    this.lease = lease;
    this.routes = syncNowRoutes(this);
    this.call = httpClient(this.routes);
  }

  readonly now = () => this.nowMs;
  readonly newId = (timeMs: number) => ulid(timeMs);
  readonly pause = async (ms: number) => {
    this.nowMs += ms;
    await this.meanwhile();
  };
  readonly onNotStarted = (runId: string, cause: unknown) => {
    this.notStarted.push([runId, cause]);
  };
}

function emptyStores(): Stores {
  return { syncRuns: new InMemorySyncRunLog(), lease: new InMemoryLease(SYNC_LEASE_MS) };
}
