import { areBytes } from './plain-json.ts';
import type { RecordTape } from './record-tape.ts';

interface KnownText {
  readonly bytes: Buffer;
  readonly number: number;
}

/** As many are remembered: they are looked through one by one. */
const MOST = 64;

/** The numbers of a few texts that records repeat, found by their bytes: of most, no string is made. */
export class RepeatedTexts {
  readonly #numberOf: (text: string) => number;
  readonly #known: KnownText[] = [];

  /** @param numberOf gives the same number whenever it is asked. */
  constructor(numberOf: (text: string) => number) {
    this.#numberOf = numberOf;
  }

  /** @param place of a text. */
  numberAt(tape: RecordTape, place: number): number {
    const { bytes } = tape;
    const [start, end] = [tape.startAt(place), tape.endAt(place)];
    for (const known of this.#known) if (areBytes(bytes, start, end, known.bytes)) return known.number;
    const number = this.#numberOf(tape.textAt(place));
    if (this.#known.length < MOST)
      this.#known.push({ bytes: Buffer.from(bytes.subarray(start, end)), number });
    return number;
  }
}
