import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';
import type { UploadedObject } from '../../shared/contracts/ingest-message.ts';

/** Crockford's alphabet, as ULIDs use it. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const HASH_LENGTH = 16;

/**
 * A ULID that the same object always gets: S3 delivers an event at least once, and a second delivery must find
 * the first one's record. Its time is the event's, its randomness a hash of what tells two objects apart.
 */
export function uploadIdOf({ key, versionId, eTag, sequencer, eventTime }: UploadedObject): string {
  const identity = JSON.stringify([key, versionId ?? [eTag, sequencer], eventTime]);
  const hash = createHash('sha256').update(identity).digest();
  const randomness = Array.from(hash.subarray(0, HASH_LENGTH), (byte) => BASE32.charAt(byte % BASE32.length));
  return encodeTime(Date.parse(eventTime), TIME_LENGTH) + randomness.join('');
}
