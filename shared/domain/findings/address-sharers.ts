import type { Email } from '../email.ts';
import { hashOf, NumberByHash } from '../email-hashes.ts';

type Position = number;

const NOBODY = -1;

/** Which people may share an address: who asks has to compare the addresses themselves. */
export class AddressSharers {
  readonly #first = new NumberByHash(NOBODY);
  /** By hash: everybody noted, where there are several. */
  readonly #sharers = new Map<number, Position[]>();

  /** People are noted one after the other: all addresses of one, then all of the next. */
  note(email: Email, position: Position): void {
    const hash = hashOf(email);
    const first = this.#first.get(hash);
    if (first === NOBODY) this.#first.set(hash, position);
    else if (first !== position) this.#noteSharer(hash, first, position);
  }

  /** People who have an address of one hash, each once, with the hash. */
  candidates(): Iterable<readonly [hash: number, positions: readonly Position[]]> {
    return this.#sharers;
  }

  #noteSharer(hash: number, first: Position, position: Position): void {
    const sharers = this.#sharers.get(hash);
    if (sharers === undefined) this.#sharers.set(hash, [first, position]);
    else if (sharers.at(-1) !== position) sharers.push(position);
  }
}
