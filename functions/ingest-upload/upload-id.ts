import { derivedUlid } from '../../shared/contracts/derived-ulid.ts';
import type { UploadedObject } from '../../shared/contracts/ingest-message.ts';

/** The same for every delivery of the object's event. */
export function uploadIdOf({ key, versionId, eTag, sequencer, eventTime }: UploadedObject): string {
  return derivedUlid(eventTime, [key, versionId ?? [eTag, sequencer], eventTime]);
}
