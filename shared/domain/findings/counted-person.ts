import type { LicenseFacts } from '../account.ts';
import type { Consumption, Person } from '../person.ts';
import type { People, PersonUsage } from '../resolve.ts';

/** A person, and how GitHub counts them. There is nothing to find about most, so the person is made when asked for. */
export class CountedPerson {
  readonly usage: PersonUsage;
  /** GitHub's rows that consume a license and name an account of the person; null when GitHub's rows are not known. */
  readonly rows: readonly LicenseFacts[] | null;
  readonly #people: People;
  readonly #position: number;
  #person: Person | null = null;

  /** @param hasRows whether GitHub's rows are known. */
  constructor(people: People, position: number, hasRows: boolean) {
    this.usage = people.usageAt(position);
    this.rows = hasRows ? people.rowsAt(position) : null;
    this.#people = people;
    this.#position = position;
  }

  get consumption(): Consumption {
    return this.usage.consumption;
  }

  get person(): Person {
    this.#person ??= this.#people.at(this.#position);
    return this.#person;
  }
}
