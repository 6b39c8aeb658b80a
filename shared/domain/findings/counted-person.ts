import type { AccountKey, LicenseFacts } from '../account.ts';
import type { ConsumptionReason } from '../consumption.ts';
import type { People } from '../people.ts';
import type { CanonicalKey, Consumption, Person } from '../person.ts';
import type { PersonUsage } from '../person-usage.ts';

const NO_ROWS: readonly number[] = [];

/** A person, and how GitHub counts them. There is nothing to find about most, so what is large is made when asked for. */
export class CountedPerson {
  readonly usage: PersonUsage;
  /** Of GitHub's rows that consume a license and name an account of the person: their positions. */
  readonly rowNumbers: readonly number[];
  /** How many these are; null when GitHub's rows are not known. */
  readonly countedRows: number | null;
  readonly #people: People;
  readonly #position: number;
  #person: Person | null = null;

  /** @param hasRows whether GitHub's rows are known. */
  constructor(people: People, position: number, hasRows: boolean) {
    this.usage = people.usageAt(position);
    this.rowNumbers = hasRows ? people.rowNumbersAt(position) : NO_ROWS;
    this.countedRows = hasRows ? this.rowNumbers.length : null;
    this.#people = people;
    this.#position = position;
  }

  get consumption(): Consumption {
    return this.usage.consumption;
  }

  /** The person's, without the person. */
  get key(): CanonicalKey {
    return this.#people.keyAt(this.#position);
  }

  /** All of the person's, without the person. */
  get accounts(): AccountKey[] {
    return this.#people.accountsAt(this.#position).map((account) => this.#people.accountKey(account));
  }

  /** Of the server accounts those that count for one of these reasons by themselves, without the person. */
  serverAccounts(isMeant: (reason: ConsumptionReason) => boolean): AccountKey[] {
    return this.#people.serverAccountsAt(this.#position, isMeant);
  }

  get rows(): readonly LicenseFacts[] {
    return this.rowNumbers.map((row) => this.#people.rows.at(row));
  }

  get person(): Person {
    this.#person ??= this.#people.at(this.#position);
    return this.#person;
  }
}
