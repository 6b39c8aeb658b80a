import { type ManageUsagePorts, manageUsageRoutes } from '../../functions/manage-usage/routes.ts';
import type { UploadState } from '../../shared/domain/upload.ts';
import type { SourceRegistry, UsageLedger } from '../../shared/ports.ts';
import { InMemoryIngestQueue } from './fakes/in-memory-ingest-queue.ts';
import { InMemorySourceRegistry } from './fakes/in-memory-source-registry.ts';
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
}

/** What manage-usage works on, in memory, called through the HTTP API. */
export class ManageUsageWorld implements ManageUsagePorts {
  readonly uploads = new InMemoryUploadLog();
  readonly presigner = new InMemoryUploadPresigner();
  readonly queue = new InMemoryIngestQueue();
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
  readonly routes: ReturnType<typeof manageUsageRoutes>;
  readonly call: ReturnType<typeof httpClient>;

  constructor({ sources, usage }: Stores = emptyStores()) {
    this.sources = sources;
    this.usage = usage;
    this.routes = manageUsageRoutes(this);
    this.call = httpClient(this.routes);
  }

  readonly newId = () => NEW_UPLOAD_ID;

  addUpload(state: UploadState): void {
    this.uploads.uploads.set(NEW_UPLOAD_ID, uploadOf(NEW_UPLOAD_ID, { state }));
  }
}

function emptyStores(): Stores {
  return { sources: new InMemorySourceRegistry(), usage: new InMemoryUsageLedger() };
}
