import { type RecordTape, TAPE } from './record-tape.ts';

/**
 * The values of one record by the numbers of their keys, made of what the tape has, with a check of their types. Of a
 * value that is not as it should be, the rest of the record is no use.
 */
export class TapeValues {
  areFine = true;
  readonly #tape: RecordTape;

  constructor(tape: RecordTape) {
    this.#tape = tape;
  }

  /** For the next record. */
  begin(): void {
    this.areFine = true;
  }

  text(key: number): string | null | undefined {
    const place = this.#placeOf(key);
    return this.#tape.isText(place) ? this.#tape.textAt(place) : this.#blankAt(place);
  }

  flag(key: number): boolean | null | undefined {
    const place = this.#placeOf(key);
    const kind = this.#tape.kindAt(place);
    if (kind === TAPE.true) return true;
    return kind === TAPE.false ? false : this.#blankAt(place);
  }

  number(key: number): number | null | undefined {
    const place = this.#placeOf(key);
    return this.#tape.kindAt(place) === TAPE.number ? this.#tape.numbers[place] : this.#blankAt(place);
  }

  /** @param most items. */
  texts(key: number, most = Number.POSITIVE_INFINITY): string[] | null | undefined {
    const list = this.#placeOf(key);
    if (this.#tape.kindAt(list) !== TAPE.list) return this.#blankAt(list);
    if (!this.#holdsTexts(list)) return this.fail();
    const length = this.#tape.endAt(list) - list - 1;
    if (length > most) return this.fail();
    return Array.from({ length }, (_, index) => this.#tape.textAt(list + 1 + index));
  }

  #holdsTexts(list: number): boolean {
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end; item++) if (!this.#tape.isText(item)) return false;
    return true;
  }

  /** In place of a value. */
  fail(): null {
    this.areFine = false;
    return null;
  }

  #blankAt(place: number): null | undefined {
    const kind = this.#tape.kindAt(place);
    if (kind === TAPE.nothing) return undefined;
    return kind === TAPE.null ? null : this.fail();
  }

  #placeOf(key: number): number {
    return this.#tape.memberAt(key);
  }
}
