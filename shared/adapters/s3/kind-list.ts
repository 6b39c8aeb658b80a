import type { PeopleKinds } from '../../contracts/people-kinds-file.ts';
import { kindOf, type PersonKind } from '../../domain/people-filter.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';

/** The kinds of people: each kind once, and a number per person. */
export class KindList {
  readonly #numbers = new Map<string, number>();
  readonly #kinds: PersonKind[] = [];
  readonly #kindOfPeople: number[] = [];

  /** Takes the people in the order of the report. */
  add(person: PersonSummary): void {
    const kind = kindOf(person);
    const key = JSON.stringify(kind);
    const number = this.#numbers.get(key) ?? this.#kinds.push(kind) - 1;
    this.#numbers.set(key, number);
    this.#kindOfPeople.push(number);
  }

  get all(): PeopleKinds {
    return { kinds: this.#kinds, kindOfPeople: this.#kindOfPeople };
  }
}
