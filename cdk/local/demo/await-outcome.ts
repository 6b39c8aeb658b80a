import { setTimeout } from 'node:timers/promises';
import type { UploadBody } from '../../../shared/contracts/http/uploads.ts';
import type { ApiClient } from './api-client.ts';
import type { DroppedFile } from './drop-file.ts';

const POLL_MS = 250;

/** Far longer than the ingest of 100,000 accounts takes on a small machine. */
const MAX_WAIT_MINUTES = 15;

/**
 * The upload once it is settled: with a final state, or held until an owner accepts it. `uploadsBefore` are the
 * ids of the uploads that were there before the file was dropped.
 */
export async function awaitOutcome(
  dropped: DroppedFile,
  uploadsBefore: ReadonlySet<string>,
  api: ApiClient,
): Promise<UploadBody> {
  const deadline = Date.now() + MAX_WAIT_MINUTES * 60_000;
  let id = dropped.uploadId;
  while (Date.now() < deadline) {
    id ??= await findUpload(dropped.key, uploadsBefore, api);
    const upload = id === null ? null : await api.upload(id);
    if (upload !== null && upload.state !== 'received') return upload;
    await setTimeout(POLL_MS);
  }
  throw new Error(
    `${dropped.key} has no outcome after ${MAX_WAIT_MINUTES} minutes: see npm start -- --verbose`,
  );
}

/** Null until the notification of the object has become an upload. */
async function findUpload(
  key: string,
  uploadsBefore: ReadonlySet<string>,
  api: ApiClient,
): Promise<string | null> {
  const { uploads } = await api.newestUploads();
  return uploads.find((upload) => upload.key === key && !uploadsBefore.has(upload.id))?.id ?? null;
}
