import { cloudAccountKey, serverAccountKey } from '../../shared/domain/account.ts';
import type { PeopleChange, PersonState } from '../../shared/domain/changes.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import { MATCH_RULES, type Person } from '../../shared/domain/person.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';

/** Sorted by id. */
export function statesOf(people: Iterable<Person>): PersonState[] {
  return Array.from(people, stateOf).sort(byId);
}

/** As the person itself tells it: what is read from columns has to be the same. */
export function stateOf({ key, cloudAccount, serverAccounts, matches, consumption }: Person): PersonState {
  const serverKeys = serverAccounts.map(({ hostName, userId }) => serverAccountKey(hostName, userId));
  return {
    id: personIdOf(key),
    accounts: cloudAccount === null ? serverKeys : [cloudAccountKey(cloudAccount.login), ...serverKeys],
    matchedBy: MATCH_RULES.filter((rule) => matches.some((match) => match.rule === rule)),
    consumption,
  };
}

/** The people after the changes, sorted by id. Throws when somebody is not as a change found them. */
export function applyChanges(
  people: readonly PersonState[],
  changes: readonly PeopleChange[],
): PersonState[] {
  const byTheirId = new Map<PersonId, PersonState>(people.map((state) => [state.id, state]));
  for (const { before } of changes) {
    for (const { id } of before) if (!byTheirId.delete(id)) throw new Error(`nobody has the id ${id}`);
  }
  for (const { after } of changes) {
    for (const state of after) {
      if (byTheirId.has(state.id)) throw new Error(`somebody has the id ${state.id} already`);
      byTheirId.set(state.id, state);
    }
  }
  return [...byTheirId.values()].sort(byId);
}

/** Without the rules of matches, of which a change alone is none of a person. */
export function withoutRules(people: readonly PersonState[]): PersonState[] {
  return people.map((state) => ({ ...state, matchedBy: [] }));
}

function byId(a: PersonState, b: PersonState): number {
  return a.id < b.id ? -1 : 1;
}
