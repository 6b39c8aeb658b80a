import {
  changesBetween,
  isSameState,
  joinedOf,
  type PeopleChange,
  type PersonState,
} from '../domain/changes.ts';
import type { ChangeReports } from '../history-ports.ts';
import type { IdentifiedPeople } from './identified-people.ts';
import { PackedList } from './packed-list.ts';

interface ChangesContext {
  readonly reportId: string;
  /** Null at the first merge. */
  readonly previousReportId: string | null;
  readonly mergedAt: string;
}

/**
 * Writes what became of the people since the report before, and their state for the report after. Compared are two
 * reports, of which the one before is of a merge that was committed: what a merge that crashed wrote to the ledger
 * makes no difference. Where the report before does not tell its people, changes begin with the next merge.
 */
export async function writeChanges(
  reports: ChangeReports,
  people: IdentifiedPeople,
  { reportId, previousReportId, mergedAt }: ChangesContext,
): Promise<void> {
  const states = () => people.statesInIdOrder().map(({ state }) => state);
  if (previousReportId === null) {
    await reports.writeStates(reportId, states());
    const changes = states().map(joinedOf);
    return reports.writeChanges(reportId, { mergedAt, previousReportId, changes });
  }
  const before = await reports.states(previousReportId);
  const differences = new Differences(people);
  await reports.writeStates(reportId, before === null ? states() : differences.since(before));
  return reports.writeChanges(reportId, { mergedAt, previousReportId, changes: differences.changes() });
}

/** Who is not the same as before. The others pass by, so memory is in proportion to what changed. */
class Differences {
  readonly #people: IdentifiedPeople;
  readonly #before = new PackedList<PersonState>();
  /** Of those after, who can be made again. */
  readonly #positions: number[] = [];

  constructor(people: IdentifiedPeople) {
    this.#people = people;
  }

  /** Gives the states of the people, and notes who differs. `before` comes sorted by id. */
  async *since(before: AsyncIterable<PersonState>): AsyncGenerator<PersonState> {
    for await (const { earlier, now } of pairsById(before, this.#people.statesInIdOrder())) {
      const state = now?.state ?? null;
      if (earlier === null || state === null || !isSameState(earlier, state)) {
        if (earlier !== null) this.#before.push(earlier);
        if (now !== null) this.#positions.push(now.position);
      }
      if (state !== null) yield state;
    }
  }

  changes(): Iterable<PeopleChange> {
    const [people, positions] = [this.#people, this.#positions];
    return changesBetween(this.#before, {
      length: positions.length,
      at: (index) => {
        const position = positions[index];
        return position === undefined ? undefined : people.stateAt(position);
      },
    });
  }
}

interface Pair<Now> {
  /** Null for who was not there before. */
  readonly earlier: PersonState | null;
  /** Null for who is gone. */
  readonly now: Now | null;
}

/** Both come sorted by id. */
async function* pairsById<Now extends { readonly state: PersonState }>(
  before: AsyncIterable<PersonState>,
  after: Iterable<Now>,
): AsyncGenerator<Pair<Now>> {
  const states = before[Symbol.asyncIterator]();
  let next = await states.next();
  for (const now of after) {
    for (; !next.done && next.value.id < now.state.id; next = await states.next()) {
      yield { earlier: next.value, now: null };
    }
    if (next.done || next.value.id !== now.state.id) {
      yield { earlier: null, now };
      continue;
    }
    yield { earlier: next.value, now };
    next = await states.next();
  }
  for (; !next.done; next = await states.next()) yield { earlier: next.value, now: null };
}
