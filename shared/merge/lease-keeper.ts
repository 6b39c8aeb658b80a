import type { HeldLease, MergeLease } from '../ports.ts';

/** How long a merge that died keeps the next one waiting, at most. */
export const MERGE_LEASE_MS = 30_000;

/** Two heartbeats may be lost before the lease is. */
const HEARTBEATS_PER_LEASE = 3;

/**
 * The last quarter of a lease is not used for writing, so that a request under way has ended before somebody
 * else may begin: it is above the clients' request timeout.
 */
const UNSAFE_SHARE = 1 / 4;

/** Holds the lease while a merge works: renews it in the background, and on demand when work kept it waiting. */
export class LeaseKeeper {
  /** The fencing number, the same for as long as the lease is held. */
  readonly fence: number;
  readonly #port: MergeLease;
  readonly #now: () => number;
  readonly #durationMs: number;
  readonly #heartbeat: NodeJS.Timeout;
  #lease: HeldLease | null;

  constructor(port: MergeLease, lease: HeldLease, now: () => number) {
    this.fence = lease.fence;
    this.#port = port;
    this.#now = now;
    this.#lease = lease;
    this.#durationMs = lease.expiresAtMs - now();
    this.#heartbeat = setInterval(() => this.#beat(), this.#durationMs / HEARTBEATS_PER_LEASE);
  }

  /** False when the lease was lost: nothing more may be written. */
  async ensureHeld(): Promise<boolean> {
    if (!this.#isSafe()) await this.#renew();
    return this.#isSafe();
  }

  /** Gives the lease back, if it is still held. */
  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    if (this.#lease !== null) await this.#port.release(this.#lease);
  }

  /** A heartbeat that fails is made up for by the next one, or by `ensureHeld`, whose failure counts. */
  #beat(): void {
    this.#renew().catch(() => undefined);
  }

  async #renew(): Promise<void> {
    if (this.#lease !== null) this.#lease = await this.#port.renew(this.#lease, this.#now());
  }

  #isSafe(): boolean {
    if (this.#lease === null) return false;
    return this.#now() < this.#lease.expiresAtMs - this.#durationMs * UNSAFE_SHARE;
  }
}
