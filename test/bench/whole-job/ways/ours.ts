import { resolve } from '../../../../shared/domain/resolve.ts';
import type { Differences } from '../differences.ts';
import type { WayFiles, WayResult } from '../way.ts';
import { differencesOf, readCounted, writeStateBefore } from './our-people.ts';

/** What the project does with the files: people of all of them together, and who of them differs from before. */
export async function comparePeople(files: WayFiles): Promise<WayResult> {
  const people = resolve((await readCounted(files)).map(({ facts }) => facts));
  return { people: people.size, differences: differencesOf(people, files.state) };
}

export async function prepareState(files: WayFiles): Promise<Differences> {
  const people = resolve((await readCounted(files)).map(({ facts }) => facts));
  return writeStateBefore(people, files.state);
}
