import { UNUSUAL } from './plain-json.ts';

const WORD_BYTES = 4;

/** Bytes to look for, four at a time, which is faster than one by one. */
export class PlainWords {
  readonly #length: number;
  /** One behind the other; the last one may overlap with the one before. */
  readonly #words: Int32Array;

  /** @param text of four bytes or more; a shorter one is never found. */
  constructor(text: string) {
    const bytes = Buffer.from(text);
    const last = bytes.length - WORD_BYTES;
    this.#length = bytes.length;
    this.#words = Int32Array.from({ length: Math.ceil(bytes.length / WORD_BYTES) }, (_, index) =>
      last < 0 ? 0 : bytes.readInt32LE(Math.min(index * WORD_BYTES, last)),
    );
  }

  /**
   * Where these bytes end, if they come next; UNUSUAL if others do.
   * @param length of the view, which V8 is slow to ask for.
   */
  endAt(view: DataView, length: number, start: number): number {
    const words = this.#words;
    const last = start + this.#length - WORD_BYTES;
    if (last < start || last + WORD_BYTES > length) return UNUSUAL;
    const whole = words.length - 1;
    for (let index = 0, at = start; index < whole; index++, at += WORD_BYTES) {
      if (view.getInt32(at, true) !== words[index]) return UNUSUAL;
    }
    return view.getInt32(last, true) === words[whole] ? last + WORD_BYTES : UNUSUAL;
  }
}
