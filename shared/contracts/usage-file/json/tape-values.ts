import { type RecordTape, TAPE } from './record-tape.ts';

/** In place of what has no key. */
const NOWHERE = 0;

/**
 * The values of one record, made of what the tape has, with a check of their types. Of a value that is not as it should
 * be, the rest of the record is no use.
 */
export class TapeValues<Key extends string> {
  areFine = true;
  readonly #tape: RecordTape;
  readonly #keys: ReadonlyMap<string, number>;

  constructor(tape: RecordTape, keys: readonly Key[]) {
    this.#tape = tape;
    this.#keys = new Map(keys.map((key, number) => [key, number]));
  }

  /** For the next record. */
  begin(): void {
    this.areFine = true;
  }

  text(key: Key): string | null | undefined {
    const place = this.#placeOf(key);
    return this.#tape.isText(place) ? this.#tape.textAt(place) : this.#blankAt(place);
  }

  flag(key: Key): boolean | null | undefined {
    const place = this.#placeOf(key);
    const kind = this.#tape.kindAt(place);
    if (kind === TAPE.true) return true;
    return kind === TAPE.false ? false : this.#blankAt(place);
  }

  number(key: Key): number | null | undefined {
    const place = this.#placeOf(key);
    return this.#tape.kindAt(place) === TAPE.number ? this.#tape.numbers[place] : this.#blankAt(place);
  }

  /** @param most items. */
  texts(key: Key, most = Number.POSITIVE_INFINITY): string[] | null | undefined {
    const list = this.#placeOf(key);
    if (this.#tape.kindAt(list) !== TAPE.list) return this.#blankAt(list);
    if (!this.#holdsTexts(list)) return this.fail();
    const length = this.#tape.endAt(list) - list - 1;
    if (length > most) return this.fail();
    return Array.from({ length }, (_, index) => this.#tape.textAt(list + 1 + index));
  }

  /** The same check, without a value. */
  checkTexts(key: Key): void {
    const list = this.#placeOf(key);
    if (this.#tape.kindAt(list) !== TAPE.list) this.#blankAt(list);
    else if (!this.#holdsTexts(list)) this.fail();
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

  #placeOf(key: Key): number {
    return this.#tape.members[this.#keys.get(key) ?? NOWHERE] ?? NOWHERE;
  }
}
