import type { CanonicalKey } from './person.ts';

/** A new version gives every person a new id: only with a plan for the links and clients that hold old ones. */
const VERSION = 'person:v1';

/** What the id of a person is the hash of. */
export function identityOf(key: CanonicalKey): string {
  return `${VERSION}:${key}`;
}
