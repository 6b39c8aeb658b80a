import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import { NAME_ID } from '../../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { lowerCase } from '../../../domain/lower-case.ts';
import { NO_TEXT } from '../../../domain/text-list.ts';
import type { EmailsOnTape } from '../emails-on-tape.ts';
import type { RecordTape } from '../json/record-tape.ts';
import { NOWHERE } from '../json/tape-format.ts';
import { MAX_NAME_LENGTH } from '../limits.ts';

const AT = 0x40;
const SPACE = 0x20;
const DELETE = 0x7f;

/** The logins and the NameIDs of plain license rows, from a tape into columns: of most, no string is made. */
export class RowNames {
  readonly #tape: RecordTape;
  readonly #rows: LicenseRowsBuilder;
  readonly #emails: EmailsOnTape;

  constructor(tape: RecordTape, rows: LicenseRowsBuilder, emails: EmailsOnTape) {
    this.#tape = tape;
    this.#rows = rows;
    this.#emails = emails;
  }

  /** Whether what is at a place may be a name: printable ASCII of no more than its length. It may be empty. */
  isPlain(place: number): boolean {
    const [start, end] = [this.#tape.startAt(place), this.#tape.endAt(place)];
    if (!this.#tape.isText(place) || end - start > MAX_NAME_LENGTH) return false;
    for (let at = start; at < end; at++) {
      const byte = this.#tape.bytes[at] ?? 0;
      if (byte <= SPACE || byte >= DELETE) return false;
    }
    return true;
  }

  /** The number of the login at a place; NO_TEXT where it is NOWHERE. */
  addLogin(place: number): number {
    return place === NOWHERE ? NO_TEXT : this.#addText(place);
  }

  /** As the builder has it for the texts. @param login of the same row. */
  addNameId(place: number, login: number): number {
    if (place === NOWHERE) return NAME_ID.none;
    if (!this.#hasAt(place) && this.#isLowerCaseOf(place, login)) return NAME_ID.loginInLowerCase;
    const email = this.#emails.at(place);
    if (email !== NO_EMAIL && this.#isLowerCaseOf(place, place)) return email;
    return this.#rows.otherNameId(this.#addText(place), email);
  }

  #addText(place: number): number {
    return this.#rows.texts.addBytes(this.#tape.bytes, this.#tape.startAt(place), this.#tape.endAt(place));
  }

  #hasAt(place: number): boolean {
    const end = this.#tape.endAt(place);
    for (let at = this.#tape.startAt(place); at < end; at++) if (this.#tape.bytes[at] === AT) return true;
    return false;
  }

  #isLowerCaseOf(place: number, other: number): boolean {
    const { bytes } = this.#tape;
    const [start, otherStart] = [this.#tape.startAt(place), this.#tape.startAt(other)];
    const length = this.#tape.endAt(place) - start;
    if (this.#tape.endAt(other) - otherStart !== length) return false;
    for (let index = 0; index < length; index++) {
      if (bytes[start + index] !== lowerCase(bytes[otherStart + index] ?? 0)) return false;
    }
    return true;
  }
}
