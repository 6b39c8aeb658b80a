import type { S3Client } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import {
  type ErasePersonalDataPorts,
  erasePersonalData,
} from '../../functions/erase-personal-data/erase-personal-data.ts';
import {
  type ManagePersonalDataPorts,
  managePersonalDataRoutes,
} from '../../functions/manage-personal-data/routes.ts';
import { S3ChangeReports } from '../../shared/adapters/s3/change-reports.ts';
import { S3ChargebackReports } from '../../shared/adapters/s3/chargeback-reports.ts';
import { S3FileEraser } from '../../shared/adapters/s3/file-eraser.ts';
import { S3FindingReports } from '../../shared/adapters/s3/finding-reports.ts';
import { S3LicenseReports } from '../../shared/adapters/s3/license-reports.ts';
import { S3MergeRecords } from '../../shared/adapters/s3/merge-records.ts';
import { S3PeopleReports } from '../../shared/adapters/s3/people-reports.ts';
import { S3RawUploads } from '../../shared/adapters/s3/raw-uploads.ts';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import { S3StoredFiles } from '../../shared/adapters/s3/stored-files.ts';
import type { Email } from '../../shared/domain/email.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import type { MergePorts } from '../../shared/ports.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import { InMemoryAuditTrail } from './fakes/in-memory-audit-trail.ts';
import { InMemoryDismissals } from './fakes/in-memory-dismissals.ts';
import { InMemoryErasureLog } from './fakes/in-memory-erasure-log.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { InMemoryUploadLog } from './fakes/in-memory-upload-log.ts';
import { httpClient } from './http-client.ts';
import { MergeWorld } from './merge-world.ts';

/** Merges into a real bucket, in which people are then looked up and erased; all else is in memory. */
export class PersonalDataWorld implements ManagePersonalDataPorts, ErasePersonalDataPorts {
  readonly #merging = new MergeWorld();
  readonly sources = this.#merging.sources;
  readonly usage = this.#merging.usage;
  readonly people = this.#merging.people;
  readonly audit = new InMemoryAuditTrail();
  readonly dismissals = new InMemoryDismissals();
  readonly erasures = new InMemoryErasureLog();
  readonly uploads = new InMemoryUploadLog();
  readonly syncRuns = new InMemorySyncRunLog();
  readonly files: S3StoredFiles;
  readonly rawUploads: S3RawUploads;
  readonly eraser: S3FileEraser;
  readonly snapshots: S3SnapshotStore;
  readonly snapshotHistory: S3SnapshotHistory;
  readonly mergePorts: MergePorts;
  readonly personIdOf = personIdOf;
  readonly newId = ulid;
  readonly call: ReturnType<typeof httpClient>;
  /** What the starter was told to do. */
  readonly started: (readonly [erasureId: string, email: Email])[] = [];
  /** Each look at the clock takes so long. */
  tickMs = 0;
  #nowMs = Date.now();

  constructor(s3: S3Client, bucket: string) {
    this.files = new S3StoredFiles(s3, bucket);
    this.rawUploads = new S3RawUploads(s3, { bucket, expireAfterDays: 30 });
    this.eraser = new S3FileEraser(s3, bucket);
    this.snapshots = new S3SnapshotStore(s3, bucket);
    this.snapshotHistory = new S3SnapshotHistory(s3, bucket);
    this.mergePorts = {
      sources: this.sources,
      usage: this.usage,
      people: this.people,
      lease: this.#merging.lease,
      meter: this.#merging.meter,
      snapshots: this.snapshots,
      reports: new S3PeopleReports(s3, bucket),
      licenses: new S3LicenseReports(s3, bucket),
      findings: new S3FindingReports(s3, bucket),
      changes: new S3ChangeReports(s3, bucket),
      chargebacks: new S3ChargebackReports(s3, bucket),
      mergeRecords: new S3MergeRecords(s3, bucket),
    };
    this.call = httpClient(managePersonalDataRoutes(this));
  }

  readonly erasureStarter = {
    start: async (erasureId: string, email: Email): Promise<void> => {
      this.started.push([erasureId, email]);
    },
  };
  readonly now = () => new Date();
  readonly nowMs = () => {
    this.#nowMs += this.tickMs;
    return this.#nowMs;
  };

  async observe(snapshot: UsageSnapshot) {
    const ref = await this.snapshots.save(snapshot);
    await this.sources.register(ref, snapshot.kind === 'server' ? snapshot.instance : null);
    return ref;
  }

  async merge(): Promise<string> {
    const { context, nowMs } = this.#merging;
    const outcome = await mergeWithLease(
      this.mergePorts,
      { ...context, deadlineMs: nowMs + 300_000 },
      { wanted: [], mayRelyOnOthers: false },
    );
    if (outcome.kind !== 'merged') throw new Error(`the merge is ${outcome.kind}`);
    return outcome.committed.reportId;
  }

  /** Does what was asked for, as Lambda would: at least once. */
  async erase(): Promise<void> {
    for (const [erasureId, email] of this.started.splice(0)) {
      await erasePersonalData(this, { erasureId, email });
      await erasePersonalData(this, { erasureId, email });
    }
  }
}
