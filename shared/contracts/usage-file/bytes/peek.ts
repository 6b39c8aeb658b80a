/** Reads `length` bytes or more, if there are so many, and gives them back at the head of all that follow. */
export async function peek<Chunk extends Uint8Array>(
  source: AsyncIterable<Chunk>,
  length: number,
): Promise<{ head: Buffer; bytes: AsyncIterable<Chunk> }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Chunk[] = [];
  for (let size = 0; size < length; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(chunks), bytes: chained(chunks, iterator) };
}

async function* chained<Chunk>(
  chunks: Chunk[],
  rest: AsyncIterator<Chunk>,
): AsyncGenerator<Chunk, void, undefined> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
  yield* { [Symbol.asyncIterator]: () => rest };
}
