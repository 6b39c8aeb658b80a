import type { SearchBlock, SearchEntry, SearchIndex } from '../../contracts/report-file.ts';
import type { Page, PageRequest } from '../../ports.ts';

/**
 * The positions of the people of whom a term begins with the prefix, in the order of that term. Blocks of which
 * every entry begins with the prefix are counted by the index alone, so what is read are the first and the last
 * block of the range and those that the page is in: mostly one or two, and more only when most entries of a block
 * are further terms of people found before.
 * With `accepts`, which the index knows nothing of, every block of the range is read.
 */
export async function findPeople(
  index: SearchIndex,
  prefix: string,
  { page, perPage }: PageRequest,
  readBlock: (block: SearchBlock) => Promise<readonly SearchEntry[]>,
  accepts?: (position: number) => boolean,
): Promise<Page<number>> {
  const items: number[] = [];
  let total = 0;
  for (const { block, isWhole } of blocksOf(index, prefix)) {
    const start = (page - 1) * perPage - total;
    const end = start + perPage;
    const counted = isWhole && accepts === undefined ? countPeople(block, prefix) : null;
    if (counted !== null && (start >= counted || end <= 0)) {
      total += counted;
      continue;
    }
    const positions = positionsIn(await readBlock(block), prefix);
    const found = accepts === undefined ? positions : positions.filter(accepts);
    items.push(...found.slice(Math.max(0, start), Math.max(0, end)));
    total += found.length;
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
  return entries.flatMap(([term, position, shared]) =>
    term.startsWith(prefix) && shared < prefix.length ? [position] : [],
  );
}
