import type { UploadsQuery } from '../../shared/contracts/http/uploads.ts';
import { isSettled } from '../../shared/domain/hold.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { decidesAccounts } from '../../shared/domain/usage-snapshot.ts';
import type { Page, SourceRecord, SourceRegistry, UploadLog } from '../../shared/ports.ts';

interface ListUploadsPorts {
  readonly uploads: UploadLog;
  readonly sources: SourceRegistry;
}

/** Newest first. Held ones are few, and their sources know them: the log is not searched for them. */
export async function listUploads(
  ports: ListUploadsPorts,
  { state, page: request }: UploadsQuery,
): Promise<Page<Upload>> {
  if (state === null) return ports.uploads.list(request);
  const held = await heldUploads(ports);
  const { page, perPage } = request;
  return { items: held.slice((page - 1) * perPage, page * perPage), total: held.length };
}

/** The newest of each source, if it still waits for an owner. */
async function heldUploads({ uploads, sources }: ListUploadsPorts): Promise<Upload[]> {
  const ids = (await sources.list()).flatMap(waitingUpload);
  const noted = await Promise.all(ids.map((id) => uploads.get(id)));
  return noted
    .flatMap((upload) => (upload?.state === 'held' ? [upload] : []))
    .sort((a, b) => (a.id > b.id ? -1 : 1));
}

/** What is held in the log may have been settled by newer usage, which the source knows. */
function waitingUpload({ held, snapshots }: SourceRecord): string[] {
  if (held === null) return [];
  const observed = snapshots.filter(decidesAccounts).map(({ observedAt }) => observedAt);
  return isSettled(held.observedAt, observed.sort().at(-1) ?? null) ? [] : [held.uploadId];
}
