import { parseUploadId } from '../../shared/contracts/http/uploads.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { UploadLog } from '../../shared/ports.ts';

/** Null when there is no such upload. */
export async function readUpload(uploads: UploadLog, id: string | undefined): Promise<Upload | null> {
  const uploadId = parseUploadId(id);
  return uploadId === null ? null : uploads.get(uploadId);
}
