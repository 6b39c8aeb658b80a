// Bytes are looked at, and copied, sixteen at a time: behind what is read or written must be room for as many.

export const AT_ONCE: usize = 16;

export function copyBytes(to: usize, from: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += AT_ONCE) v128.store(to + at, v128.load(from + at));
}

export function areSame(one: usize, other: usize, length: usize): bool {
  let at: usize = 0;
  for (; at + AT_ONCE <= length; at += AT_ONCE) if (differing(one + at, other + at) !== 0) return false;
  return (differing(one + at, other + at) & ((1 << (<i32>(length - at))) - 1)) === 0;
}

/** A bit for each of the next bytes. */
function differing(one: usize, other: usize): i32 {
  return i8x16.bitmask(i8x16.ne(v128.load(one), v128.load(other)));
}

export const WORD: usize = 8;
/** Odd, its bits as if by chance: of the golden ratio. */
const FACTOR: u64 = 0x9e3779b97f4a7c15;

export function hashOf(start: usize, length: usize): i32 {
  let hash: u64 = length;
  let at: usize = 0;
  for (; at + WORD <= length; at += WORD) hash = mixed(hash ^ load<u64>(start + at));
  if (at < length) hash = mixed(hash ^ lastWord(start + at, length - at));
  return <i32>(hash ^ (hash >> 32));
}

/** Of fewer bytes than a word has: filled up with zeros. */
export function lastWord(start: usize, length: usize): u64 {
  return load<u64>(start) & (((<u64>1) << (length << 3)) - 1);
}

function mixed(hash: u64): u64 {
  const product = hash * FACTOR;
  return product ^ (product >> 29);
}
