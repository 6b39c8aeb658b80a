import type { UploadedObject } from '../../shared/contracts/ingest-message.ts';
import { parseUploadKey } from '../../shared/contracts/upload-key.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { UploadLog } from '../../shared/ports.ts';
import { uploadIdOf } from './upload-id.ts';

/**
 * Notes the object as an upload, or finds the record that an earlier delivery of its event left. The id in a
 * presigned key is the upload's, but only for the first object under that key: a second PUT is another upload.
 */
export async function receiveUpload(object: UploadedObject, uploads: UploadLog): Promise<Upload> {
  const { uploadId } = parseUploadKey(object.key);
  if (uploadId !== null) {
    const upload = await uploads.receive(newUpload(uploadId, object));
    if (upload.receivedAt === object.eventTime) return upload;
  }
  return uploads.receive(newUpload(uploadIdOf(object), object));
}

function newUpload(id: string, { key, versionId, size, eventTime }: UploadedObject): Upload {
  return {
    id,
    key,
    versionId,
    size,
    receivedAt: eventTime,
    observedAt: eventTime,
    state: 'received',
    source: null,
    instance: null,
    snapshot: null,
    rejection: null,
    hold: null,
    acceptedAt: null,
    mergeId: null,
    counts: null,
  };
}
