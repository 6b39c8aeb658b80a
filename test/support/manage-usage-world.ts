import { type ManageUsagePorts, manageUsageRoutes } from '../../functions/manage-usage/routes.ts';
import type { UploadState } from '../../shared/domain/upload.ts';
import type { SourceRegistry, UsageLedger } from '../../shared/ports.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { InMemoryAuditTrail } from './fakes/in-memory-audit-trail.ts';
import { InMemoryDismissals } from './fakes/in-memory-dismissals.ts';
import { InMemoryFindingReports } from './fakes/in-memory-finding-reports.ts';
import { InMemoryIngestQueue } from './fakes/in-memory-ingest-queue.ts';
import { InMemorySnapshotStore } from './fakes/in-memory-snapshot-store.ts';
import { InMemorySourceRegistry } from './fakes/in-memory-source-registry.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { InMemoryUploadLog } from './fakes/in-memory-upload-log.ts';
import { InMemoryUploadPresigner } from './fakes/in-memory-upload-presigner.ts';
import { InMemoryUsageLedger } from './fakes/in-memory-usage-ledger.ts';
import { httpClient } from './http-client.ts';
import { uploadOf } from './uploads.ts';

/** The id that every new upload gets here. */
export const NEW_UPLOAD_ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

interface Stores {
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
  readonly findings: InMemoryFindingReports;
  readonly dismissals: InMemoryDismissals;
}

/** What manage-usage works on, in memory, called through the HTTP API. */
export class ManageUsageWorld implements ManageUsagePorts {
  readonly audit = new InMemoryAuditTrail();
  readonly uploads = new InMemoryUploadLog();
  readonly presigner = new InMemoryUploadPresigner();
  readonly queue = new InMemoryIngestQueue();
  readonly dismissals: InMemoryDismissals;
  readonly findings: InMemoryFindingReports;
  readonly digestOf = digestOf;
  readonly snapshots = new InMemorySnapshotStore();
  readonly snapshotHistory = this.snapshots;
  readonly syncRuns = new InMemorySyncRunLog();
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
  readonly routes: ReturnType<typeof manageUsageRoutes>;
  readonly call: ReturnType<typeof httpClient>;

  constructor({ sources, usage, findings, dismissals }: Stores = emptyStores()) {
    this.sources = sources;
    this.usage = usage;
    this.findings = findings;
    this.dismissals = dismissals;
    this.routes = manageUsageRoutes(this);
    this.call = httpClient(this.routes);
  }

  readonly newId = () => NEW_UPLOAD_ID;

  addUpload(state: UploadState): void {
    this.uploads.uploads.set(NEW_UPLOAD_ID, uploadOf(NEW_UPLOAD_ID, { state }));
  }
}

function emptyStores(): Stores {
  return {
    sources: new InMemorySourceRegistry(),
    usage: new InMemoryUsageLedger(),
    findings: new InMemoryFindingReports(),
    dismissals: new InMemoryDismissals(),
  };
}
