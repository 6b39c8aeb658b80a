import type { Email } from '../../../domain/email.ts';
import { EmailNumbers } from '../../../domain/email-numbers.ts';

/** Counts who has an address, up to as many as may have it. */
export class EmailCrowds {
  readonly #limit: number;
  readonly #emails = new EmailNumbers();
  /** By the number of the address. */
  readonly #counts: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** One more who has the address. False, with nothing changed, when as many have it as may. */
  addIfRoom(email: Email): boolean {
    const number = this.#emails.add(email);
    const count = this.#counts[number] ?? 0;
    if (count === this.#limit) return false;
    this.#counts[number] = count + 1;
    return true;
  }
}
