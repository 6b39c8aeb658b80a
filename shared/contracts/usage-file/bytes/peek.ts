/**
 * The first `length` bytes, or all when there are fewer, and the bytes from the first one on. What was read of them is
 * copied where the next chunk is asked for: then a source may use the memory of a chunk again.
 */
export async function peek(
  source: AsyncIterable<Buffer>,
  length: number,
): Promise<{ head: Buffer; bytes: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done === true) break;
    size += next.value.length;
    chunks.push(size < length ? Buffer.from(next.value) : next.value);
  }
  return { head: Buffer.concat(chunks, Math.min(size, length)), bytes: chained(chunks, iterator) };
}

async function* chained(
  chunks: Buffer[],
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
  yield* { [Symbol.asyncIterator]: () => rest };
}
