import { type EmailNumbers, NO_EMAIL } from '../../domain/email-numbers.ts';
import type { RecordTape } from './json/record-tape.ts';
import type { Prepared } from './json/records-ahead.ts';
import { PLACES } from './json/tape-format.ts';

/**
 * The numbers of the addresses that plain records have, by place on the tape. Those of all records that were read
 * ahead are numbered at once, which is faster than one by one.
 */
export class EmailsOnTape implements Prepared {
  readonly #emails: EmailNumbers;
  readonly #tape: RecordTape;
  /** In the order in which they come. */
  readonly #numbers = new Int32Array(PLACES);

  constructor(emails: EmailNumbers, tape: RecordTape) {
    this.#emails = emails;
    this.#tape = tape;
  }

  prepare({ addresses }: RecordTape): void {
    this.#emails.addAll(addresses, addresses.length, this.#numbers);
  }

  /** The number of the address at the place of a text under a key that has addresses; NO_EMAIL for a text that is none. */
  at(place: number): number {
    return this.#numbers[this.#tape.addresses.numberAt(place)] ?? NO_EMAIL;
  }
}
