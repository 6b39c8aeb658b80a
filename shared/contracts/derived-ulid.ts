import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';

/** Crockford's alphabet, as ULIDs use it. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const HASH_LENGTH = 16;

/**
 * A ULID that the same event always gets: AWS delivers events at least once, and a second delivery must find what
 * the first one left. Its time is the event's, ISO 8601; its randomness is a hash of what tells two events apart.
 */
export function derivedUlid(eventTime: string, identity: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(identity)).digest();
  const randomness = Array.from(hash.subarray(0, HASH_LENGTH), (byte) => BASE32.charAt(byte % BASE32.length));
  return encodeTime(Date.parse(eventTime), TIME_LENGTH) + randomness.join('');
}
