import { manageUsageRoutes } from '../../functions/manage-usage/routes.ts';
import type { UploadState } from '../../shared/domain/upload.ts';
import { InMemoryIngestQueue } from './fakes/in-memory-ingest-queue.ts';
import { InMemoryUploadLog } from './fakes/in-memory-upload-log.ts';
import { InMemoryUploadPresigner } from './fakes/in-memory-upload-presigner.ts';
import { httpClient } from './http-client.ts';
import { uploadOf } from './uploads.ts';

/** The id that every new upload gets here. */
export const NEW_UPLOAD_ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** What manage-usage works on, in memory, called through the HTTP API. */
export class ManageUsageWorld {
  readonly uploads = new InMemoryUploadLog();
  readonly presigner = new InMemoryUploadPresigner();
  readonly queue = new InMemoryIngestQueue();
  readonly routes = manageUsageRoutes({
    uploads: this.uploads,
    presigner: this.presigner,
    queue: this.queue,
    newId: () => NEW_UPLOAD_ID,
  });
  readonly call = httpClient(this.routes);

  addUpload(state: UploadState): void {
    this.uploads.uploads.set(NEW_UPLOAD_ID, uploadOf(NEW_UPLOAD_ID, { state }));
  }
}
