import { localFile } from '../../../../functions/license-usage/local-file.ts';
import { type CountedFile, readFiles } from '../../../../functions/license-usage/read-files.ts';
import { SHARDS } from '../../../../shared/domain/ledger.ts';
import type { People } from '../../../../shared/domain/people.ts';
import { IdentifiedPeople } from '../../../../shared/merge/identified-people.ts';
import { storedShard } from '../../../../shared/merge/stored-shard.ts';
import type { Differences } from '../differences.ts';
import { StateBefore } from '../state-before.ts';
import type { WayFiles } from '../way.ts';
import { readShards, writeShards } from './shards-file.ts';

export async function readCounted({ exports, licenses }: WayFiles): Promise<readonly CountedFile[]> {
  const files = await Promise.all([...exports, ...licenses].map(localFile));
  const outcomes = await readFiles(files, null, (file) => file.open());
  const counted = outcomes.filter((outcome) => outcome.kind === 'counted');
  if (counted.length < files.length) throw new Error('a file was not counted');
  return counted;
}

/** Compares the people with the state before, shard by shard, as merges do before they plan what to write. */
export function differencesOf(people: People, statePath: string): Differences {
  const identified = new IdentifiedPeople(people);
  const found = { added: 0, changed: 0, removed: 0 };
  for (const [shard, stored] of readShards(statePath)) {
    const { people: differing, entries } = identified.differencesIn(shard, stored);
    const known = new Set(entries.map(({ id }) => id));
    const changed = differing.filter(({ id }) => known.has(id)).length;
    found.added += differing.length - changed;
    found.changed += changed;
    found.removed += entries.length - changed;
  }
  return found;
}

/** Writes the state before the people. */
export function writeStateBefore(people: People, statePath: string): Differences {
  const identified = new IdentifiedPeople(people);
  const state = new StateBefore(strangerOf);
  writeShards(statePath, (shard) => {
    const everybody = identified.differencesIn(shard, storedShard([], 0)).people;
    return everybody.flatMap((person) => state.of(person));
  });
  return state.differences;
}

/** An id of the same shard. */
function strangerOf(id: string): string {
  const shardDigits = SHARDS[0]?.length ?? 0;
  return `${id.slice(0, shardDigits)}${[...id.slice(shardDigits)].reverse().join('')}`;
}
