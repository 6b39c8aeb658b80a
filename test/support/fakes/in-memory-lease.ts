import type { HeldLease, Lease } from '../../../shared/ports.ts';

/** A lease in a field. */
export class InMemoryLease implements Lease {
  readonly #leaseMs: number;
  #held: HeldLease | null = null;
  #fence = 0;

  constructor(leaseMs = 60_000) {
    this.#leaseMs = leaseMs;
  }

  async acquire(owner: string, nowMs: number): Promise<HeldLease | null> {
    if (this.#held && this.#held.owner !== owner && this.#held.expiresAtMs > nowMs) return null;
    this.#fence += 1;
    this.#held = { owner, fence: this.#fence, expiresAtMs: nowMs + this.#leaseMs };
    return this.#held;
  }

  async holder(nowMs: number): Promise<string | null> {
    return this.#held && this.#held.expiresAtMs > nowMs ? this.#held.owner : null;
  }

  async renew(lease: HeldLease, nowMs: number): Promise<HeldLease | null> {
    if (!this.#isHolder(lease)) return null;
    this.#held = { ...lease, expiresAtMs: nowMs + this.#leaseMs };
    return this.#held;
  }

  async release(lease: HeldLease): Promise<void> {
    if (this.#isHolder(lease)) this.#held = null;
  }

  #isHolder({ owner, fence }: HeldLease): boolean {
    return this.#held?.owner === owner && this.#held.fence === fence;
  }
}
