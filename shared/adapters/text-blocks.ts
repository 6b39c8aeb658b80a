/** Large enough that the cost per block does not count, small enough that what it makes dies young. */
const BLOCK_CHARACTERS = 64 * 1024;

/** Puts lines together into blocks, a line feed after each line. */
export function* textBlocks(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < BLOCK_CHARACTERS) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
