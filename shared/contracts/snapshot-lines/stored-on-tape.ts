import { NO_EMAIL } from '../../domain/email-numbers.ts';
import type { EmailsOnTape } from '../usage-file/emails-on-tape.ts';
import { type RecordTape, TAPE } from '../usage-file/json/record-tape.ts';
import { NOWHERE } from '../usage-file/json/tape-format.ts';

/** In place of a whole number that is not known. */
export const UNTOLD = -1;

/**
 * The stored values of the record at hand on a tape. What is not known has no key; no value is null. Of a value that
 * is not as we store it, the rest of the record is no use.
 */
export class StoredOnTape {
  areFine = true;
  readonly #tape: RecordTape;
  readonly #emails: EmailsOnTape;

  constructor(tape: RecordTape, emails: EmailsOnTape) {
    this.#tape = tape;
    this.#emails = emails;
  }

  /** For the next record. */
  begin(): void {
    this.areFine = true;
  }

  fail(): void {
    this.areFine = false;
  }

  /** The place of a value in an object; NOWHERE where it has no such key. What is no object has no place here. */
  memberOf(object: number, key: number): number {
    if (this.#tape.kindAt(object) !== TAPE.object) this.fail();
    const end = this.areFine ? this.#tape.endAt(object) : NOWHERE;
    for (let place = object + 1; place < end; place = this.#tape.after(place))
      if (this.#tape.keyAt(place) === key) return place;
    return NOWHERE;
  }

  // Each takes the place of a value.

  isKnown(place: number): boolean {
    return this.#tape.kindAt(place) !== TAPE.nothing;
  }

  flag(place: number): boolean | null {
    const kind = this.#tape.kindAt(place);
    if (kind === TAPE.true) return true;
    if (kind !== TAPE.false && kind !== TAPE.nothing) this.fail();
    return kind === TAPE.false ? false : null;
  }

  /** UNTOLD for none. */
  wholeNumber(place: number): number {
    if (this.#tape.kindAt(place) === TAPE.number) return this.#tape.numbers[place] ?? UNTOLD;
    if (this.isKnown(place)) this.fail();
    return UNTOLD;
  }

  /** The number of an address; NO_EMAIL for none. */
  email(place: number): number {
    if (this.isKnown(place) && !this.#isEmail(place)) this.fail();
    return this.isKnown(place) ? this.#emails.at(place) : NO_EMAIL;
  }

  /** Looks whether there is a list of addresses, whose numbers `forEachEmail` gives. */
  checkEmails(list: number): void {
    if (this.#tape.kindAt(list) !== TAPE.list) this.fail();
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end && this.areFine; item++) if (!this.#isEmail(item)) this.fail();
  }

  /** @param list that was looked at. */
  forEachEmail(list: number, take: (email: number) => void): void {
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end; item++) take(this.#emails.at(item));
  }

  /** Whether there is an address that is normalized. Of those that are not ASCII that is not seen here. */
  #isEmail(place: number): boolean {
    if (!this.#tape.isText(place)) return false;
    const { bytes, lowered, starts, ends, signs } = this.#tape.addresses;
    const number = this.#tape.addresses.numberAt(place);
    if ((signs[number] ?? 0) < 0) return false;
    const end = ends[number] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) if (bytes[at] !== lowered[at]) return false;
    return this.#emails.at(place) !== NO_EMAIL;
  }
}
