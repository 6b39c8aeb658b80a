import type { AuditRecorder } from '../../shared/audit-ports.ts';
import { parseUploadId } from '../../shared/contracts/http/uploads.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { IngestQueue, UploadLog } from '../../shared/ports.ts';

interface AcceptUploadPorts {
  readonly audit: AuditRecorder;
  readonly uploads: UploadLog;
  readonly queue: IngestQueue;
}

export type Acceptance =
  | { readonly outcome: 'accepted'; readonly upload: Upload }
  | { readonly outcome: 'not-held'; readonly upload: Upload }
  | { readonly outcome: 'unknown' };

/** Releases a held upload to ingest-upload, which applies it. Accepting it again before that changes nothing. */
export async function acceptUpload(
  { audit, uploads, queue }: AcceptUploadPorts,
  id: string | undefined,
  order: Order,
): Promise<Acceptance> {
  const uploadId = parseUploadId(id);
  const upload = uploadId === null ? null : await uploads.get(uploadId);
  if (upload === null) return { outcome: 'unknown' };
  if (upload.state !== 'held') return { outcome: 'not-held', upload };
  await audit.record(order, { action: 'accept-upload', target: upload.id });
  await queue.sendAccepted(upload.id);
  return { outcome: 'accepted', upload };
}
