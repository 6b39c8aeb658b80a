import { release } from './release.ts';

/** As many lists, one behind the other, of which only the first keeps its start; those behind it, how far from there. */
const GROUP_BITS = 5;
const GROUP_SIZE = 1 << GROUP_BITS;
const MOST_NEAR = 0xffff;

/** Where each of many lists begins that are one behind the other: in half the memory that as many numbers take. */
export class ListStarts {
  /** By position of a list. */
  readonly #distances: Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  readonly #groups: Int32Array<ArrayBuffer>;

  /** @param starts ascending; behind that of the last list is where it ends. They are no more. */
  constructor(starts: Int32Array<ArrayBuffer>) {
    this.#groups = groupsOf(starts);
    this.#distances = distancesOf(starts, this.#groups);
    release(starts);
  }

  /** How many starts there are: one more than lists. */
  get length(): number {
    return this.#distances.length;
  }

  /** Where the list begins; behind the last one, where that ends. */
  at(position: number): number {
    return (this.#groups[position >>> GROUP_BITS] ?? 0) + (this.#distances[position] ?? 0);
  }

  /** How long the list is. */
  lengthOf(position: number): number {
    return this.at(position + 1) - this.at(position);
  }

  /** Of the same lists in another order, as `reordered`: those given are no more. */
  inOrder(order: Uint32Array): ListStarts {
    const starts = this.#startsInOrder(order);
    this.release();
    return new ListStarts(starts);
  }

  #startsInOrder(order: Uint32Array): Int32Array<ArrayBuffer> {
    const starts = new Int32Array(order.length + 1);
    for (let position = 0; position < order.length; position++)
      starts[position + 1] = (starts[position] ?? 0) + this.lengthOf(order[position] ?? 0);
    return starts;
  }

  /** Gives back the memory. */
  release(): void {
    release(this.#distances);
    release(this.#groups);
  }
}

function groupsOf(starts: Int32Array): Int32Array<ArrayBuffer> {
  const groups = new Int32Array(Math.ceil(starts.length / GROUP_SIZE));
  for (let group = 0; group < groups.length; group++) groups[group] = starts[group * GROUP_SIZE] ?? 0;
  return groups;
}

function distancesOf(
  starts: Int32Array,
  groups: Int32Array,
): Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const { length } = starts;
  const distances = areNear(starts) ? new Uint16Array(length) : new Int32Array(length);
  for (let position = 0; position < length; position++)
    distances[position] = (starts[position] ?? 0) - (groups[position >>> GROUP_BITS] ?? 0);
  return distances;
}

/** Whether no list is far from the first of its group. */
function areNear(starts: Int32Array): boolean {
  const { length } = starts;
  for (let first = 0; first < length; first += GROUP_SIZE) {
    const last = Math.min(first + GROUP_SIZE, length) - 1;
    if ((starts[last] ?? 0) - (starts[first] ?? 0) > MOST_NEAR) return false;
  }
  return true;
}
