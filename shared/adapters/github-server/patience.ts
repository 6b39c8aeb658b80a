import type { PullError } from '../../domain/pull-error.ts';
import type { PullCall } from '../../github-ports.ts';
import type { Clock } from './clock.ts';
import { failureOfRequest, mayPass, retryAfterOf } from './server-failures.ts';

/** Before the second attempt and those after it: long enough for a restart, short beside a sync's time. */
const PAUSES_MS = [2_000, 10_000, 30_000] as const;

/** How long one pull may wait for its instance: not past the deadline. */
export class Patience {
  readonly #call: PullCall;
  readonly #clock: Clock;

  constructor(call: PullCall, clock: Clock) {
    this.#call = call;
    this.#clock = clock;
  }

  /** Whether there is this much time before the deadline. */
  has(ms: number): boolean {
    return this.#clock.now() + ms < this.#call.deadlineMs;
  }

  /** @throws the given failure, at once, when the pause would not end before the deadline. */
  async pause(ms: number, failure: PullError): Promise<void> {
    if (!this.has(ms)) throw failure;
    try {
      await this.#clock.pause(ms, this.#call.signal);
    } catch (error) {
      throw failureOfRequest('the pause before the next request', error, this.#call.signal);
    }
  }

  /** Tries a few times as long as failures may pass, with pauses that the instance may lengthen. */
  async repeat<Value>(attempt: () => Promise<Value>): Promise<Value> {
    for (const pauseMs of PAUSES_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (!mayPass(error) || this.#call.signal.aborted) throw error;
        await this.pause(Math.max(pauseMs, retryAfterOf(error) ?? 0), error);
      }
    }
    return attempt();
  }
}
