import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Intervals fire within a step; well under the heartbeats of leases, which are the only ones. */
const STEP_MS = 1_000;

/** A schedule comes to rest within days of virtual time. */
const LONGEST_MS = 30 * 24 * 3_600_000;

interface Due {
  readonly timeMs: number;
  readonly run: () => void;
}

/**
 * A clock that moves only when nobody has anything left to do: from one thing that is due to the next, `setInterval`
 * included. The same calls in the same order give the same order of events on every machine.
 */
export class VirtualTime {
  nowMs: number;
  /** Sorted by time; of the same time, in the order in which they were asked for. */
  readonly #due: Due[] = [];
  readonly #endMs: number;

  constructor(nowMs: number) {
    this.nowMs = nowMs;
    this.#endMs = nowMs + LONGEST_MS;
  }

  after(ms: number, run: () => void): void {
    const timeMs = this.nowMs + ms;
    const before = this.#due.findLastIndex((due) => due.timeMs <= timeMs);
    this.#due.splice(before + 1, 0, { timeMs, run });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Resolves when nothing is due any more. */
  async runOut(): Promise<void> {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      for (await nextTurn(); this.#due.length > 0; await nextTurn()) this.#advance();
    } finally {
      mock.timers.reset();
    }
  }

  #advance(): void {
    if (this.nowMs > this.#endMs) throw new Error('the schedule does not come to rest');
    // An interval that fires on the way may make something due earlier.
    for (let next = this.#due[0]; next !== undefined && next.timeMs > this.nowMs; next = this.#due[0]) {
      const step = Math.min(STEP_MS, next.timeMs - this.nowMs);
      this.nowMs += step;
      mock.timers.tick(step);
    }
    this.#due.shift()?.run();
  }
}
