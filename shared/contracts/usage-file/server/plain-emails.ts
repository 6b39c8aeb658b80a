import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import type { EmailsOnTape } from '../emails-on-tape.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { NOWHERE } from '../json/tape-format.ts';
import { MAX_EMAILS } from '../limits.ts';

const [UNMARKED, NOT_PRIMARY, PRIMARY] = [0, 1, 2] as const;
const SPACE = 0x20;
const NOT_ASCII = 0x80;

/** The numbers, on a tape, of the keys of an address in a list. */
export interface EmailKeys {
  readonly email: number;
  readonly isPrimary: number;
  readonly primary: number;
}

/**
 * The addresses of a plain user of an export, by number: the same as `accountOfExportUser` finds. Which one is
 * primary is said there.
 */
export class PlainEmails {
  primary = NO_EMAIL;
  /** Every other one, once. */
  readonly further = new Int32Array(MAX_EMAILS + 1);
  furtherLength = 0;
  readonly #keys: EmailKeys;
  readonly #emails: EmailsOnTape;
  /** Of the addresses of the list: where each is on the tape. */
  readonly #places = new Uint16Array(MAX_EMAILS);
  #length = 0;
  /** On the tape: the first address, the one marked as primary. */
  #first = NOWHERE;
  #marked = NOWHERE;
  #marks = 0;
  #isAnyMarked = false;
  // Of the item of the list at hand.
  #email = NOWHERE;
  #mark: number = UNMARKED;

  constructor(keys: EmailKeys, emails: EmailsOnTape) {
    this.#keys = keys;
    this.#emails = emails;
  }

  /**
   * @param list the place of the user's list of addresses, or of null or nothing.
   * @param single the place of the user's single address, or of null or nothing.
   * @returns false for addresses that are not plain, or not as they should be.
   */
  read(tape: RecordTape, list: number, single: number): boolean {
    this.furtherLength = 0;
    if (!this.#readList(tape, list)) return false;
    const hasSingle = tape.kindAt(single) === TAPE.text && tape.startAt(single) < tape.endAt(single);
    if (tape.kindAt(single) > TAPE.null && tape.kindAt(single) !== TAPE.text) return false;
    const primary = this.#primaryPlace(hasSingle ? single : NOWHERE);
    this.primary = primary === NOWHERE ? NO_EMAIL : this.#emails.at(primary);
    for (let index = 0; index < this.#length; index++) {
      const place = this.#places[index] ?? NOWHERE;
      if (place !== primary) this.#addFurther(this.#emails.at(place));
    }
    if (hasSingle && single !== primary && this.#length > 0) this.#addFurther(this.#emails.at(single));
    return true;
  }

  /** As `primaryAddressOf`. */
  #primaryPlace(single: number): number {
    if (this.#marked !== NOWHERE) return this.#marked;
    if (single !== NOWHERE) return single;
    return this.#isAnyMarked ? NOWHERE : this.#first;
  }

  #readList(tape: RecordTape, list: number): boolean {
    this.#length = 0;
    this.#first = this.#marked = NOWHERE;
    this.#marks = 0;
    this.#isAnyMarked = false;
    if (tape.kindAt(list) <= TAPE.null) return true;
    if (tape.kindAt(list) !== TAPE.list) return false;
    const end = tape.endAt(list);
    for (let item = list + 1; item < end; item = tape.after(item)) {
      if (this.#length === MAX_EMAILS || !this.#readItem(tape, item)) return false;
      this.#places[this.#length++] = this.#email;
      if (!this.#noteMark(tape)) return false;
    }
    return this.#marks < 2;
  }

  /** False for an address of which it is not known whether it is blank. */
  #noteMark(tape: RecordTape): boolean {
    const blank = isBlank(tape, this.#email);
    if (this.#mark === PRIMARY) this.#marks += 1;
    if (this.#marked !== NOWHERE || blank !== false) return blank !== null;
    if (this.#mark === PRIMARY) this.#marked = this.#email;
    if (this.#first === NOWHERE) this.#first = this.#email;
    this.#isAnyMarked ||= this.#mark !== UNMARKED;
    return true;
  }

  /** A text, or an object with an address and whether it is the primary one. */
  #readItem(tape: RecordTape, item: number): boolean {
    this.#email = item;
    this.#mark = UNMARKED;
    if (tape.kindAt(item) === TAPE.object) return this.#readObject(tape, item);
    return tape.kindAt(item) === TAPE.text;
  }

  #readObject(tape: RecordTape, object: number): boolean {
    let isPrimary: number = UNMARKED;
    let primary: number = UNMARKED;
    this.#email = NOWHERE;
    const end = tape.endAt(object);
    for (let place = object + 1; place < end; place = tape.after(place)) {
      const key = tape.keyAt(place);
      if (key === this.#keys.email) this.#email = place;
      else if (key === this.#keys.isPrimary) isPrimary = markOf(tape.kindAt(place));
      else if (key === this.#keys.primary) primary = markOf(tape.kindAt(place));
    }
    this.#mark = isPrimary === UNMARKED ? primary : isPrimary;
    return isPrimary >= 0 && primary >= 0 && tape.kindAt(this.#email) === TAPE.text;
  }

  #addFurther(email: number): void {
    if (email === NO_EMAIL || email === this.primary) return;
    for (let index = 0; index < this.furtherLength; index++) if (this.further[index] === email) return;
    this.further[this.furtherLength++] = email;
  }
}

/** Below zero for what is no mark. */
function markOf(kind: number): number {
  if (kind === TAPE.true) return PRIMARY;
  if (kind === TAPE.false) return NOT_PRIMARY;
  return kind === TAPE.null ? UNMARKED : -1;
}

/** Where an ASCII text is not blank it begins with other than a space. Null for any other text that may be blank. */
function isBlank(tape: RecordTape, place: number): boolean | null {
  const end = tape.endAt(place);
  for (let at = tape.startAt(place); at < end; at++) {
    const byte = tape.bytes[at] ?? 0;
    if (byte !== SPACE) return byte < NOT_ASCII ? false : null;
  }
  return true;
}
