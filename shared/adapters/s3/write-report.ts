import { storedPeopleKinds } from '../../contracts/people-kinds-file.ts';
import {
  type PeopleIndex,
  type SearchBlock,
  type SearchEntry,
  type SearchIndex,
  searchEntryLine,
  summaryLine,
} from '../../contracts/report-file.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';
import { type BlockPlace, gzipBlocks } from './gzip-blocks.ts';
import { KindList } from './kind-list.ts';
import { putBlocks, putIndex, type ReportTarget } from './report-parts.ts';
import { SearchTerms } from './search-terms.ts';

/** Some 10 KB compressed: little more to read than a page of 100 people, and few enough blocks to index. */
const PEOPLE_PER_BLOCK = 200;

/** Some 10 KB compressed as well. */
const ENTRIES_PER_BLOCK = 1000;

/** Writes the objects of a report, the indexes last. Of the people only their terms and kinds are kept in memory. */
export async function writeReport(target: ReportTarget, people: Iterable<PersonSummary>): Promise<void> {
  const terms = new SearchTerms();
  const kinds = new KindList();
  const peopleIndex = await writePeople(target, people, (person) => {
    terms.add(person);
    kinds.add(person);
  });
  const searchIndex = await writeTerms(target, terms);
  await putIndex(target, 'people-kinds', storedPeopleKinds(kinds.all));
  await putIndex(target, 'search-index', searchIndex);
  await putIndex(target, 'people-index', peopleIndex);
}

async function writePeople(
  target: ReportTarget,
  people: Iterable<PersonSummary>,
  written: (person: PersonSummary) => void,
): Promise<PeopleIndex> {
  const blocks: BlockPlace[] = [];
  let count = 0;
  const bytes = gzipBlocks(people, {
    size: PEOPLE_PER_BLOCK,
    line: summaryLine,
    written: (block, place) => {
      block.forEach(written);
      count += block.length;
      blocks.push(place);
    },
  });
  await putBlocks(target, 'people', bytes);
  return { format: 'people-index/1', people: count, people_per_block: PEOPLE_PER_BLOCK, blocks };
}

async function writeTerms(target: ReportTarget, terms: SearchTerms): Promise<SearchIndex> {
  const blocks: SearchBlock[] = [];
  const bytes = gzipBlocks(terms.sorted(), {
    size: ENTRIES_PER_BLOCK,
    line: searchEntryLine,
    written: (block, place) => {
      const [first] = block[0];
      blocks.push({ ...place, first, entries_by_shared: countsByShared(block) });
    },
  });
  await putBlocks(target, 'search', bytes);
  return { format: 'search-index/1', blocks };
}

function countsByShared(entries: readonly SearchEntry[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const [, , shared] of entries) counts.set(shared, (counts.get(shared) ?? 0) + 1);
  return [...counts];
}
