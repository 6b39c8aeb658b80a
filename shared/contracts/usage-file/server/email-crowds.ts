import type { Email } from '../../../domain/email.ts';
import { hashOf, NumberByHash } from '../../../domain/email-hashes.ts';

/** Tells when as many have an address as may have it. */
export class EmailCrowds {
  readonly #limit: number;
  /** By hash: how many have an address of it, no fewer than have any one address. */
  readonly #most = new NumberByHash(0);
  /** Of addresses whose hash has come to the limit. */
  readonly #exact = new Map<Email, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param countAll counts all who have the address so far; asked once for an address, and for hardly any. */
  isFull(email: Email, countAll: () => number): boolean {
    if (this.#most.get(hashOf(email)) < this.#limit) return false;
    const count = this.#exact.get(email) ?? countAll();
    this.#exact.set(email, count);
    return count >= this.#limit;
  }

  add(email: Email): void {
    const hash = hashOf(email);
    this.#most.set(hash, this.#most.get(hash) + 1);
    const exact = this.#exact.get(email);
    if (exact !== undefined) this.#exact.set(email, exact + 1);
  }
}
