import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import type { MergeContext } from '../../shared/merge/merge-usage.ts';
import type { TellPorts } from '../../shared/merge/tell.ts';
import type { MergePorts } from '../../shared/ports.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { InMemoryChangeReports } from './fakes/in-memory-change-reports.ts';
import { InMemoryChargebackReports } from './fakes/in-memory-chargeback-reports.ts';
import { InMemoryFindingReports } from './fakes/in-memory-finding-reports.ts';
import { InMemoryLease } from './fakes/in-memory-lease.ts';
import { InMemoryLedgerMeter } from './fakes/in-memory-ledger-meter.ts';
import { InMemoryLicenseReports } from './fakes/in-memory-license-reports.ts';
import { InMemoryMergeRecords } from './fakes/in-memory-merge-records.ts';
import { InMemoryPeopleLedger } from './fakes/in-memory-people-ledger.ts';
import { InMemoryPeopleReports } from './fakes/in-memory-people-reports.ts';
import { InMemorySnapshotStore } from './fakes/in-memory-snapshot-store.ts';
import { InMemorySourceRegistry } from './fakes/in-memory-source-registry.ts';
import { InMemoryToldUsageLog } from './fakes/in-memory-told-usage-log.ts';
import { InMemoryUsageEvents } from './fakes/in-memory-usage-events.ts';
import { InMemoryUsageLedger } from './fakes/in-memory-usage-ledger.ts';

const NOON = Date.parse('2026-03-05T12:00:00.000Z');

/** Every port of a merge, and of telling of it, in memory, with a clock that moves when told to. */
export class MergeWorld implements MergePorts, TellPorts {
  readonly sources = new InMemorySourceRegistry();
  readonly snapshots = new InMemorySnapshotStore();
  readonly people = new InMemoryPeopleLedger();
  readonly usage = new InMemoryUsageLedger();
  readonly lease = new InMemoryLease();
  readonly meter = new InMemoryLedgerMeter();
  readonly reports = new InMemoryPeopleReports();
  readonly licenses = new InMemoryLicenseReports();
  readonly findings = new InMemoryFindingReports();
  readonly changes = new InMemoryChangeReports();
  readonly chargebacks = new InMemoryChargebackReports();
  readonly mergeRecords = new InMemoryMergeRecords();
  readonly events = new InMemoryUsageEvents();
  readonly told = new InMemoryToldUsageLog();
  nowMs = NOON;
  #ids = 0;

  readonly context: MergeContext = {
    now: () => this.nowMs,
    pause: async (ms) => {
      this.nowMs += ms;
    },
    deadlineMs: NOON + 300_000,
    newId: () => `id-${++this.#ids}`,
    digestOf,
  };

  /** Stores and registers a snapshot, as the way in does before a merge. */
  async observe(snapshot: UsageSnapshot) {
    const ref = await this.snapshots.save(snapshot);
    await this.sources.register(ref, snapshot.kind === 'server' ? snapshot.instance : null);
    return ref;
  }
}
