import type { SearchBlock, SearchEntry, SearchIndex } from '../../contracts/report-file.ts';
import type { Page, PageRequest } from '../../ports.ts';

/**
 * The positions of the people of whom a term begins with the prefix, in the order of that term. Blocks of which
 * every entry begins with the prefix are counted by the index alone, so what is read are the first and the last
 * block of the range and those that the page is in: mostly one or two, and more only when most entries of a block
 * are further terms of people found before.
 */
export async function findPeople(
  index: SearchIndex,
  prefix: string,
  { page, perPage }: PageRequest,
  readBlock: (block: SearchBlock) => Promise<readonly SearchEntry[]>,
): Promise<Page<number>> {
  const items: number[] = [];
  let total = 0;
  for (const { block, isWhole } of blocksOf(index, prefix)) {
    const start = (page - 1) * perPage - total;
    const end = start + perPage;
    const counted = isWhole ? countPeople(block, prefix) : null;
    if (counted !== null && (start >= counted || end <= 0)) {
      total += counted;
      continue;
    }
    const found = positionsIn(await readBlock(block), prefix);
    items.push(...found.slice(Math.max(0, start), Math.max(0, end)));
    total += found.length;
  }
  return { items, total };
}

/**
 * The same of those people alone that are accepted, by their positions. The index cannot count them, so every block of
 * the range is read.
 */
export async function findFittingPeople(
  index: SearchIndex,
  prefix: string,
  { page, perPage }: PageRequest,
  accepts: (position: number) => boolean,
  readBlocks: (blocks: readonly SearchBlock[]) => AsyncIterable<SearchEntry>,
): Promise<Page<number>> {
  const blocks = [...blocksOf(index, prefix)].map(({ block }) => block);
  const first = (page - 1) * perPage;
  const items: number[] = [];
  let total = 0;
  for await (const entry of readBlocks(blocks)) {
    const [, position] = entry;
    if (!isFirstWith(prefix, entry) || !accepts(position)) continue;
    if (total >= first && items.length < perPage) items.push(position);
    total++;
  }
  return { items, total };
}

/** The blocks that may hold terms with the prefix; those that are `isWhole` hold nothing else. */
function* blocksOf(
  { blocks }: SearchIndex,
  prefix: string,
): Generator<{ readonly block: SearchBlock; readonly isWhole: boolean }> {
  for (const [number, block] of blocks.entries()) {
    const next = blocks[number + 1];
    const begins = block.first.startsWith(prefix);
    const mayEndInside = block.first < prefix && (next === undefined || next.first >= prefix);
    if (begins || mayEndInside) yield { block, isWhole: begins && next?.first.startsWith(prefix) === true };
  }
}

function countPeople({ entries_by_shared: counts }: SearchBlock, prefix: string): number {
  return counts.reduce((people, [shared, entries]) => people + (shared < prefix.length ? entries : 0), 0);
}

function positionsIn(entries: readonly SearchEntry[], prefix: string): number[] {
  return entries.flatMap((entry) => (isFirstWith(prefix, entry) ? [entry[1]] : []));
}

/** Whether it is the person's first term that begins so. */
function isFirstWith(prefix: string, [term, , shared]: SearchEntry): boolean {
  return shared < prefix.length && term.startsWith(prefix);
}
