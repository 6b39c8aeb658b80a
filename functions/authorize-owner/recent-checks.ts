import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EnterpriseOwners, OwnerCheck } from '../../shared/github-ports.ts';

/** More callers than an enterprise has owners, and a few hundred kilobytes. */
const MAX_CHECKS = 1000;

/**
 * How long a verdict holds, in milliseconds. One who was an owner a minute ago may still be served; who has just
 * become one, or has just mended a token, soon is. That GitHub could not be asked is never kept.
 */
const KEPT_FOR_MS: Readonly<Record<OwnerCheck['verdict'], number>> = {
  owner: 60_000,
  forbidden: 15_000,
  unauthenticated: 15_000,
  unavailable: 0,
};

interface RecentCheck {
  readonly check: OwnerCheck;
  readonly expiresAtMs: number;
}

/** Remembers verdicts for a moment, under a hash of the token. Checks of one token at a time are one check. */
export class RecentChecks implements EnterpriseOwners {
  readonly #owners: EnterpriseOwners;
  readonly #nowMs: () => number;
  readonly #recent = new LRUCache<string, RecentCheck>({ max: MAX_CHECKS });
  readonly #underWay = new Map<string, Promise<OwnerCheck>>();

  /** `nowMs` is the time of the wall clock: others stand still while Lambda freezes the container. */
  constructor(owners: EnterpriseOwners, nowMs: () => number) {
    this.#owners = owners;
    this.#nowMs = nowMs;
  }

  async check(token: string): Promise<OwnerCheck> {
    const key = hash('sha256', token);
    const recent = this.#recent.get(key);
    if (recent !== undefined && this.#nowMs() < recent.expiresAtMs) return recent.check;
    return this.#underWay.get(key) ?? this.#ask(key, token);
  }

  #ask(key: string, token: string): Promise<OwnerCheck> {
    // From before GitHub is asked: an answer that took long is not younger for it.
    const askedAtMs = this.#nowMs();
    const asked = this.#owners
      .check(token)
      .then((check) => {
        const keptForMs = KEPT_FOR_MS[check.verdict];
        if (keptForMs > 0) this.#recent.set(key, { check, expiresAtMs: askedAtMs + keptForMs });
        return check;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asked);
    return asked;
  }
}
