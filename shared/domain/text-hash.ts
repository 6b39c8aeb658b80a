/** FNV-1a: of nothing, and of one byte more. */
export const HASH_OF_NOTHING = 0x811c9dc5 | 0;

export function hashedWith(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Its bits mixed, since low ones choose the slot. */
export function mixedHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Mixed, of so many bytes. */
export function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = HASH_OF_NOTHING;
  for (let at = start; at < start + length; at++) hash = hashedWith(hash, bytes[at] ?? 0);
  return mixedHash(hash);
}
