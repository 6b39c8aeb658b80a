import type { AccountKey } from './account.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { PersonId } from './ledger.ts';
import { NumberLists } from './number-lists.ts';
import type { Consumption, MatchRule } from './person.ts';

/** What may become of people from one merge to the next. */
export const CHANGE_KINDS = [
  /** Nobody had these accounts before. */
  'joined',
  /** Nobody has these accounts any more. */
  'left',
  /** Several people are fewer now: their accounts were found to be one person's. */
  'merged',
  /** Fewer people are several now: what made their accounts one person's is gone. */
  'split',
  /** As many people as before, of whom somebody consumes a license, or none, for another reason or of another type. */
  'consumption-changed',
  /** As many people, who consume as before: accounts came, went or moved, or another address gives another id. */
  'accounts-changed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A person as one merge saw it: all that tells whether something has become of them. */
export interface PersonState {
  readonly id: PersonId;
  /** The cloud account first, then server accounts by host name and user id. */
  readonly accounts: readonly AccountKey[];
  /** The rules by which they are one person's, strongest first, each once. Why accounts join and part; no change by itself. */
  readonly matchedBy: readonly MatchRule[];
  readonly consumption: Consumption;
}

/** Something that became of people: all who had, and all who have, any of the accounts. Both sorted by id. */
export interface PeopleChange {
  readonly kind: ChangeKind;
  /** Empty for who joined. */
  readonly before: readonly PersonState[];
  /** Empty for who left. */
  readonly after: readonly PersonState[];
}

/** Whether nothing has become of a person: the same accounts, and the same consumption for the same reason. */
export function isSameState(a: PersonState, b: PersonState): boolean {
  return (
    a.id === b.id &&
    a.accounts.length === b.accounts.length &&
    a.accounts.every((account, index) => account === b.accounts[index]) &&
    consumptionText(a) === consumptionText(b)
  );
}

/** A list of states that may be made when they are asked for. */
export interface States {
  readonly length: number;
  /** Undefined beyond the end. Never asked for from the end. */
  at(index: number): PersonState | undefined;
}

/** What becomes of everybody when there was nobody before. */
export function joinedOf(state: PersonState): PeopleChange {
  return { kind: 'joined', before: [], after: [state] };
}

/**
 * What became of the people before, so that they are the people after. Both sorted by id. Everybody is in at most
 * one change, and who is the same in both is in none, so it makes no difference to leave those out beforehand: no
 * account of theirs is anybody else's. Sorted by kind, then by the first id.
 */
export function* changesBetween(before: States, after: States): Generator<PeopleChange> {
  const sets = connect(before, after);
  const roots = Int32Array.from({ length: before.length + after.length }, (_, number) => sets.rootOf(number));
  const members = new NumberLists(roots.length, roots);
  const concerned = (root: number): Concerned => ({
    before: statesAt(before, members.of(root)),
    after: statesAt(
      after,
      members.of(root).map((number) => number - before.length),
    ),
  });
  // Numbers alone, since there may be as many changes as people: each is made when it is its turn.
  const kinds = roots.map((root, number) => (root === number ? kindNumber(concerned(root)) : NO_CHANGE));
  for (const [wanted, kind] of CHANGE_KINDS.entries()) {
    for (const [root, found] of kinds.entries()) {
      if (found === wanted) yield { kind, ...concerned(root) };
    }
  }
}

type Concerned = Omit<PeopleChange, 'kind'>;

const NO_CHANGE = -1;

/**
 * Puts states of one id, or with an account in common, into one set. The states before are numbered from 0, those
 * after go on from there. Among themselves the people of one merge have nothing in common.
 */
function connect(before: States, after: States): DisjointSets {
  const sets = new DisjointSets(before.length + after.length);
  const earlier = new Map<PersonId | AccountKey, number>();
  for (let number = 0; number < before.length; number++) {
    for (const key of keysOf(before.at(number))) earlier.set(key, number);
  }
  for (let number = 0; number < after.length; number++) {
    for (const key of keysOf(after.at(number))) {
      const found = earlier.get(key);
      if (found !== undefined) sets.join(found, before.length + number);
    }
  }
  return sets;
}

function keysOf(state: PersonState | undefined): readonly (PersonId | AccountKey)[] {
  return state === undefined ? [] : [state.id, ...state.accounts];
}

/** Leaves out numbers that are of the other list. */
function statesAt(states: States, numbers: readonly number[]): PersonState[] {
  return numbers.flatMap((number) => (number < 0 ? [] : (states.at(number) ?? [])));
}

/** The place in CHANGE_KINDS. */
function kindNumber(concerned: Concerned): number {
  const kind = kindOf(concerned);
  return kind === null ? NO_CHANGE : CHANGE_KINDS.indexOf(kind);
}

/** Null when nothing became of them. */
function kindOf({ before, after }: Concerned): ChangeKind | null {
  if (before.length === 0) return 'joined';
  if (after.length === 0) return 'left';
  if (after.length < before.length) return 'merged';
  if (after.length > before.length) return 'split';
  if (consumptionsText(before) !== consumptionsText(after)) return 'consumption-changed';
  return before.every((state, index) => isSame(state, after[index])) ? null : 'accounts-changed';
}

function isSame(state: PersonState, other: PersonState | undefined): boolean {
  return other !== undefined && isSameState(state, other);
}

function consumptionsText(states: readonly PersonState[]): string {
  return states.map(consumptionText).sort().join();
}

function consumptionText({ consumption }: PersonState): string {
  return `${consumption.reason} ${consumption.licenseType}`;
}
