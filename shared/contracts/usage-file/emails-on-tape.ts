import { type EmailNumbers, NO_EMAIL } from '../../domain/email-numbers.ts';
import type { AddressesOnTape } from './json/addresses-on-tape.ts';
import type { RecordTape } from './json/record-tape.ts';
import type { Prepared } from './json/records-ahead.ts';

/**
 * The numbers of the addresses that plain records have, by place on the tape. Those of all records that were read
 * ahead are numbered at once, which is faster than one by one.
 */
export class EmailsOnTape implements Prepared {
  readonly #emails: EmailNumbers;
  readonly #addresses: AddressesOnTape;

  constructor(emails: EmailNumbers, { addresses }: RecordTape) {
    this.#emails = emails;
    this.#addresses = addresses;
  }

  prepare(): void {
    const addresses = this.#addresses;
    this.#emails.addAll(addresses, addresses.length, addresses.emailNumbers);
  }

  /** The number of the address at the place of a text under a key that has addresses; NO_EMAIL for a text that is none. */
  at(place: number): number {
    return this.#addresses.emailNumbers[this.#addresses.numberAt(place)] ?? NO_EMAIL;
  }
}
