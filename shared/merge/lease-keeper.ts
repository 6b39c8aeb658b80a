import type { HeldLease, Lease } from '../ports.ts';

/** How long a merge that died keeps the next one waiting, at most. */
export const MERGE_LEASE_MS = 30_000;

/** Two heartbeats may be lost before the lease is. */
const HEARTBEATS_PER_LEASE = 3;

/**
 * The last quarter of a lease is not used for writing, so that a request under way has ended before somebody
 * else may begin: it is above the clients' request timeout.
 */
const UNSAFE_SHARE = 1 / 4;

interface KeeperOptions {
  readonly now: () => number;
  readonly durationMs: number;
  readonly onHeartbeat: () => void;
}

/** Holds a lease while work is done: renews it in the background, and on demand when work kept it waiting. */
export class LeaseKeeper {
  /** The fencing number, the same for as long as the lease is held. */
  readonly fence: number;
  readonly #port: Lease;
  readonly #now: () => number;
  readonly #durationMs: number;
  readonly #onHeartbeat: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #lease: HeldLease | null;

  private constructor(port: Lease, lease: HeldLease, { now, durationMs, onHeartbeat }: KeeperOptions) {
    this.fence = lease.fence;
    this.#port = port;
    this.#now = now;
    this.#lease = lease;
    this.#durationMs = durationMs;
    this.#onHeartbeat = onHeartbeat;
    this.#heartbeat = setInterval(() => this.#beat(), durationMs / HEARTBEATS_PER_LEASE);
  }

  /** Null while somebody else holds the lease. `onHeartbeat` is called after each renewal in the background. */
  static async acquire(
    port: Lease,
    owner: string,
    now: () => number,
    onHeartbeat: () => void = () => undefined,
  ): Promise<LeaseKeeper | null> {
    const askedAtMs = now();
    const lease = await port.acquire(owner, askedAtMs);
    // The answer may have been long in coming: what is left then says nothing of how long a lease is.
    return (
      lease && new LeaseKeeper(port, lease, { now, durationMs: lease.expiresAtMs - askedAtMs, onHeartbeat })
    );
  }

  /** When the lease ends unless it is renewed, in milliseconds since the epoch; null when it was lost. */
  get expiresAtMs(): number | null {
    return this.#lease?.expiresAtMs ?? null;
  }

  /** False when the lease was lost: nothing more may be written. */
  async ensureHeld(): Promise<boolean> {
    if (!this.#isSafe()) await this.#renew();
    return this.#isSafe();
  }

  /** Gives the lease back, if it is still held. */
  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    const lease = this.#lease;
    this.#lease = null;
    if (lease !== null) await this.#port.release(lease);
  }

  /** A heartbeat that fails is made up for by the next one, or by `ensureHeld`, whose failure counts. */
  #beat(): void {
    this.#renew().then(this.#onHeartbeat, () => undefined);
  }

  async #renew(): Promise<void> {
    if (this.#lease === null) return;
    const renewed = await this.#port.renew(this.#lease, this.#now());
    // It may have been given back meanwhile.
    if (this.#lease !== null) this.#lease = renewed;
  }

  #isSafe(): boolean {
    if (this.#lease === null) return false;
    return this.#now() < this.#lease.expiresAtMs - this.#durationMs * UNSAFE_SHARE;
  }
}
