import type { IngestPorts } from '../../../functions/ingest-upload/ingest-upload.ts';
import type { SyncPorts } from '../../../functions/sync/sync-context.ts';
import { SYNC_LEASE_MS } from '../../../shared/domain/sync-run.ts';
import type { GitHubConnections } from '../../../shared/github-ports.ts';
import { MERGE_LEASE_MS } from '../../../shared/merge/lease-keeper.ts';
import { InMemoryLease } from '../../support/fakes/in-memory-lease.ts';
import { InMemorySyncRunLog } from '../../support/fakes/in-memory-sync-run-log.ts';
import { InMemoryUploadLog } from '../../support/fakes/in-memory-upload-log.ts';
import { InMemoryUploadedFiles } from '../../support/fakes/in-memory-uploaded-files.ts';
import { MergeWorld } from '../../support/merge-world.ts';
import { type Step, StepwisePeopleLedger } from './stepwise-people-ledger.ts';
import { WatchedUsageLedger } from './watched-usage-ledger.ts';

/** Small, so that a file comes in several pieces. */
const PIECE_BYTES = 200;

/** All that outlives processes. */
export class SimulatedStores extends MergeWorld {
  override readonly usage = new WatchedUsageLedger();
  override readonly lease = new InMemoryLease(MERGE_LEASE_MS);
  readonly syncLease = new InMemoryLease(SYNC_LEASE_MS);
  readonly runs = new InMemorySyncRunLog();
  readonly files = new InMemoryUploadedFiles(PIECE_BYTES);
  readonly uploads = new InMemoryUploadLog();

  /** As one process sees them: every request is a step, which may fail. */
  through(step: Step, connections: GitHubConnections): IngestPorts & SyncPorts {
    const port = <Port extends object>(name: string, store: Port) => stepwise(name, store, step);
    return {
      connections,
      meter: this.meter,
      people: new StepwisePeopleLedger(this.people, step, this.context.newId),
      sources: port('sources', this.sources),
      snapshots: port('snapshots', this.snapshots),
      usage: port('usage', this.usage),
      lease: port('lease', this.lease),
      syncLease: port('syncLease', this.syncLease),
      reports: port('reports', this.reports),
      licenses: port('licenses', this.licenses),
      findings: port('findings', this.findings),
      changes: port('changes', this.changes),
      chargebacks: port('chargebacks', this.chargebacks),
      mergeRecords: port('mergeRecords', this.mergeRecords),
      events: port('events', this.events),
      told: port('told', this.told),
      runs: port('runs', this.runs),
      files: port('files', this.files),
      uploads: port('uploads', this.uploads),
    };
  }
}

/** Each method of the store is one request. */
function stepwise<Port extends object>(name: string, store: Port, step: Step): Port {
  return new Proxy(store, {
    get: (target, method) => {
      const member: unknown = Reflect.get(target, method);
      if (typeof member !== 'function') return member;
      return (...input: unknown[]) =>
        step(`${name}.${String(method)}`, async () => Reflect.apply(member, target, input));
    },
  });
}
