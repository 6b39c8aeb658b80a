import { parseUploadId } from '../../shared/contracts/http/uploads.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { IngestQueue, UploadLog } from '../../shared/ports.ts';

interface AcceptUploadPorts {
  readonly uploads: UploadLog;
  readonly queue: IngestQueue;
}

export type Acceptance =
  | { readonly outcome: 'accepted'; readonly upload: Upload }
  | { readonly outcome: 'not-held'; readonly upload: Upload }
  | { readonly outcome: 'unknown' };

/** Releases a held upload to ingest-upload, which applies it. Accepting it again before that changes nothing. */
export async function acceptUpload(
  { uploads, queue }: AcceptUploadPorts,
  id: string | undefined,
): Promise<Acceptance> {
  const uploadId = parseUploadId(id);
  const upload = uploadId === null ? null : await uploads.get(uploadId);
  if (upload === null) return { outcome: 'unknown' };
  if (upload.state !== 'held') return { outcome: 'not-held', upload };
  await queue.sendAccepted(upload.id);
  return { outcome: 'accepted', upload };
}
