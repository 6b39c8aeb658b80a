import { isNewer } from '../../shared/domain/newest.ts';
import type { Person } from '../../shared/domain/person.ts';
import { decidesAccounts, entriesOf, type SourceId } from '../../shared/domain/usage-snapshot.ts';
import type { MergeWorld } from './merge-world.ts';
import { ModelLedger } from './model-ledger.ts';

/** The people that the ledger has, by key. */
export function peopleInLedger({ people }: MergeWorld): Person[] {
  return sorted(people.people.values());
}

/** The people that a pure merge makes of the snapshots that the registry has as newest, by key. */
export async function peoplePurelyMerged({ sources, snapshots }: MergeWorld): Promise<Person[]> {
  const refs = (await sources.list()).flatMap((record) => record.snapshots);
  const model = new ModelLedger();
  model.merge(await Promise.all(refs.map((ref) => snapshots.load(ref))));
  return sorted(model.people.values());
}

/** How many accounts each source has, by its newest observation. */
export async function accountsBySource({ sources, snapshots }: MergeWorld): Promise<Map<SourceId, number>> {
  const counts = new Map<SourceId, number>();
  for (const record of await sources.list()) {
    const [newest] = record.snapshots.filter(decidesAccounts).sort((a, b) => (isNewer(a, b) ? -1 : 1));
    if (newest !== undefined) counts.set(record.source, entriesOf(await snapshots.load(newest)).length);
  }
  return counts;
}

function sorted(stored: Iterable<{ readonly person: Person }>): Person[] {
  return [...stored].map(({ person }) => person).sort((a, b) => (a.key < b.key ? -1 : 1));
}
