// FNV-1a. The scanner of plain JSON hashes logins as it does (contracts/usage-file/json/wasm/row-names.ts).
const HASH_OF_NOTHING = 0x811c9dc5 | 0;
const FACTOR = 0x01000193;

/** Of so many bytes; its bits mixed, since low ones choose the slot. */
export function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = HASH_OF_NOTHING;
  for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FACTOR);
  return hash ^ (hash >>> 15);
}
