import type { Differences } from './differences.ts';

/** Somebody of the state before. */
export interface KnownPerson {
  readonly id: string;
  /** In hex. */
  readonly digest: string;
}

/** One person of so many has another digest than now. */
const PEOPLE_PER_CHANGE = 100;
/** One person of so many is not there; and beside one of so many is somebody who is no more. */
const PEOPLE_PER_ADDITION = 1000;
const PEOPLE_PER_REMOVAL = 1000;

/**
 * The state before: everybody as now but for some, the same share of whatever people a way has. Tells how many
 * differences there are to be found.
 */
export class StateBefore {
  readonly #strangerOf: (id: string) => string;
  #people = 0;
  #added = 0;
  #changed = 0;
  #removed = 0;

  /** @param strangerOf gives an id that nobody has. */
  constructor(strangerOf: (id: string) => string) {
    this.#strangerOf = strangerOf;
  }

  get differences(): Differences {
    return { added: this.#added, changed: this.#changed, removed: this.#removed };
  }

  /** Who is there in place of somebody of now. */
  of(person: KnownPerson): KnownPerson[] {
    const { id, digest } = person;
    const number = this.#people++;
    if (number % PEOPLE_PER_CHANGE === 1) {
      this.#changed++;
      return [{ id, digest: anotherDigest(digest) }];
    }
    if (number % PEOPLE_PER_ADDITION === 2) {
      this.#added++;
      return [];
    }
    if (number % PEOPLE_PER_REMOVAL === 3) {
      this.#removed++;
      return [person, { id: this.#strangerOf(id), digest }];
    }
    return [person];
  }
}

/** The same but for its last digit. */
function anotherDigest(digest: string): string {
  return `${digest.slice(0, -1)}${digest.endsWith('0') ? '1' : '0'}`;
}
