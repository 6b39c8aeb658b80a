import {
  type NewUploadBody,
  type NewUploadRequest,
  newUploadBody,
} from '../../shared/contracts/http/new-upload.ts';
import { uploadKeyOf } from '../../shared/contracts/upload-key.ts';
import type { UploadPresigner } from '../../shared/upload-ports.ts';

interface StartUploadPorts {
  readonly presigner: UploadPresigner;
  /** A new ULID. */
  readonly newId: () => string;
}

/** "Add server usage": where to put the file. The upload begins when the file is there. */
export async function startUpload(
  { presigner, newId }: StartUploadPorts,
  { host_name: hostName, file_name: fileName }: NewUploadRequest,
): Promise<NewUploadBody> {
  const id = newId();
  const key = uploadKeyOf({ uploadId: id, hostName, fileName: fileName ?? '' });
  return newUploadBody(id, key, await presigner.presign(key));
}
