import { orderOf } from './order-of.ts';
import { release } from './release.ts';
import type { TextList } from './text-list.ts';

/** As many bytes, each with a value more for none, as a whole number can hold. */
const PREFIX_BYTES = 6;

/**
 * The numbers of all texts in the order of their characters; null when they are in it already. Of most texts the first
 * bytes that differ decide: they are compared as one number, in a fifth of the time.
 */
export function orderOfTexts(texts: TextList): Uint32Array<ArrayBuffer> | null {
  const common = commonLength(texts);
  const prefixes = new Float64Array(texts.size);
  for (let number = 0; number < texts.size; number++) prefixes[number] = prefixOf(texts, number, common);
  const order = orderOf(texts.size, (one, other) => {
    const prefix = prefixes[one] ?? 0;
    const otherPrefix = prefixes[other] ?? 0;
    // Their difference would become an object each time.
    if (prefix !== otherPrefix) return prefix < otherPrefix ? -1 : 1;
    return texts.compare(one, other);
  });
  release(prefixes);
  return order;
}

/** How many bytes all texts begin with alike. */
function commonLength(texts: TextList): number {
  let common = Number.POSITIVE_INFINITY;
  for (let number = 1; number < texts.size && common > 0; number++)
    common = Math.min(common, texts.alike(0, number));
  return common;
}

function prefixOf(texts: TextList, number: number, from: number): number {
  const { bytes, start, end } = texts.span(number);
  let prefix = 0;
  for (let at = start + from; at < start + from + PREFIX_BYTES; at++)
    prefix = 257 * prefix + (at < end ? (bytes[at] ?? 0) + 1 : 0);
  return prefix;
}
