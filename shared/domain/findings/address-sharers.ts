import { release } from '../release.ts';

type Position = number;

const NOBODY = -1;

/** Which people share an address. Addresses are numbers. */
export class AddressSharers {
  readonly #first: Int32Array<ArrayBuffer>;
  /** By address: everybody noted, where there are several. */
  readonly #sharers = new Map<number, Position[]>();

  /** @param addresses are numbered from 0. */
  constructor(addresses: number) {
    this.#first = new Int32Array(addresses).fill(NOBODY);
  }

  /** People are noted one after the other: all addresses of one, then all of the next. */
  note(email: number, position: Position): void {
    const first = this.#first[email] ?? NOBODY;
    if (first === NOBODY) this.#first[email] = position;
    else if (first !== position) this.#noteSharer(email, first, position);
  }

  /** Gives back most of the memory. Nobody is to be noted any more. */
  release(): void {
    release(this.#first);
  }

  /** Addresses that several people have, with all of them, each once. */
  shared(): Iterable<readonly [email: number, positions: readonly Position[]]> {
    return this.#sharers;
  }

  #noteSharer(email: number, first: Position, position: Position): void {
    const sharers = this.#sharers.get(email);
    if (sharers === undefined) this.#sharers.set(email, [first, position]);
    else if (sharers.at(-1) !== position) sharers.push(position);
  }
}
