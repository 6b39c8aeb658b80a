/**
 * Reads `length` bytes or more, if there are so many, and gives them back at the head of all that follow. They are
 * copied, since a source may use the memory of a chunk again once the next one is asked for.
 */
export async function peek(
  source: AsyncIterable<Buffer>,
  length: number,
): Promise<{ head: Buffer; bytes: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  for (let size = 0; size < length; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(Buffer.from(next.value));
    size += next.value.length;
  }
  return { head: Buffer.concat(chunks), bytes: chained(chunks, iterator) };
}

async function* chained(
  chunks: Buffer[],
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
  yield* { [Symbol.asyncIterator]: () => rest };
}
