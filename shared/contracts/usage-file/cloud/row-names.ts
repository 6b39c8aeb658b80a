import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import { NAME_ID } from '../../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { NO_TEXT } from '../../../domain/text-list.ts';
import type { EmailsOnTape } from '../emails-on-tape.ts';
import type { RecordTape } from '../json/record-tape.ts';
import { AS_LOGIN, IN_LOWER_CASE } from '../json/row-names-format.ts';
import { NOWHERE } from '../json/tape-format.ts';
import type { NamesOnTape } from './names-on-tape.ts';

/** The logins and the NameIDs of plain license rows, from a tape into columns: of most, no string is made. */
export class RowNames {
  readonly #tape: RecordTape;
  readonly #names: NamesOnTape;
  readonly #rows: LicenseRowsBuilder;
  readonly #emails: EmailsOnTape;

  constructor(tape: RecordTape, names: NamesOnTape, rows: LicenseRowsBuilder, emails: EmailsOnTape) {
    this.#tape = tape;
    this.#names = names;
    this.#rows = rows;
    this.#emails = emails;
  }

  /** The number of the login of a record; NO_TEXT where it has none. */
  addLogin(record: number): number {
    const place = this.#names.logins[record] ?? NOWHERE;
    return place === NOWHERE ? NO_TEXT : this.#addText(place);
  }

  /** As the builder has it for the texts. */
  addNameId(record: number): number {
    const place = this.#names.nameIds[record] ?? NOWHERE;
    if (place === NOWHERE) return NAME_ID.none;
    const form = this.#names.nameIdForms[record];
    if (form === AS_LOGIN) return NAME_ID.loginInLowerCase;
    const email = this.#emails.at(place);
    if (email !== NO_EMAIL && form === IN_LOWER_CASE) return email;
    return this.#rows.otherNameId(this.#addText(place), email);
  }

  #addText(place: number): number {
    return this.#rows.texts.addBytes(this.#tape.bytes, this.#tape.startAt(place), this.#tape.endAt(place));
  }
}
