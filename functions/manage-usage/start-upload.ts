import type { AuditRecorder } from '../../shared/audit-ports.ts';
import {
  type NewUploadBody,
  type NewUploadRequest,
  newUploadBody,
} from '../../shared/contracts/http/new-upload.ts';
import { uploadKeyOf } from '../../shared/contracts/upload-key.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { UploadPresigner } from '../../shared/upload-ports.ts';

interface StartUploadPorts {
  readonly audit: AuditRecorder;
  readonly presigner: UploadPresigner;
  /** A new ULID. */
  readonly newId: () => string;
}

/** "Add server usage": where to put the file. The upload begins when the file is there. */
export async function startUpload(
  { audit, presigner, newId }: StartUploadPorts,
  { host_name: hostName, file_name: fileName }: NewUploadRequest,
  order: Order,
): Promise<NewUploadBody> {
  const id = newId();
  await audit.record(order, { action: 'add-upload', target: id });
  const key = uploadKeyOf({ uploadId: id, hostName, fileName: fileName ?? '' });
  return newUploadBody(id, key, await presigner.presign(key));
}
