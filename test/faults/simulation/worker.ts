import type { Random } from '../../support/enterprise/random.ts';
import type { CallFault, CallFaults } from './call-faults.ts';
import type { FaultLog } from './fault-log.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Of the functions, in the stack. */
export const LONGEST_LIFE_MS = 900_000;

/** The clients' request timeout, and what five attempts without an answer take. */
const REQUEST_TIMEOUT_MS = 5_000;
const LONGEST_CALL_MS = 25_000;

/** Longer than a lease. */
const LONGEST_FREEZE_MS = 60_000;

/** How long calls take in a schedule: in most of them some milliseconds, in others seconds. */
export const LONGEST_LATENCIES = [20, 20, 200, 1_500] as const;

const ITEMS_BEFORE_BREAK = 2;

/** Nothing that the process does after its end has any effect. */
class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

class StoreError extends Error {
  override readonly name = 'StoreError';
}

interface WorkerOptions {
  readonly name: string;
  readonly time: VirtualTime;
  readonly faults: CallFaults;
  readonly log: FaultLog;
  readonly random: Random;
  /** How far its clock is ahead. */
  readonly skewMs: number;
  /** When Lambda ends it. */
  readonly lifeMs: number;
  readonly longestLatencyMs: number;
}

/** The process of one invocation: all that it does outside itself goes through `call`. */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #ended = Promise.withResolvers<void>();
  readonly deadlineMs: number;
  #isAlive = true;
  #frozenUntilMs = 0;
  /** Since the invocation has ended: resolves when the next one wakes the process. */
  #asleep: PromiseWithResolvers<void> | null = null;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.deadlineMs = this.now() + options.lifeMs;
    options.time.after(options.lifeMs, () => this.#end('lambda-timeout'));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Whether its invocation is still under way. */
  get isWorking(): boolean {
    return this.#isAlive && this.#asleep === null;
  }

  /** Resolves when it has died. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  readonly now = (): number => this.#options.time.nowMs + this.#options.skewMs;

  readonly pause = async (ms: number): Promise<void> => {
    this.#ensureAlive();
    await this.#options.time.sleep(ms);
    this.#ensureAlive();
  };

  readonly timeout = (ms: number): AbortSignal => {
    const controller = new AbortController();
    this.#options.time.after(ms, () => controller.abort());
    return controller.signal;
  };

  /** The invocation has ended. Lambda freezes the process, with whatever it has left under way. */
  sleep(): void {
    this.#asleep = Promise.withResolvers();
  }

  /** Another invocation, of which this process knows nothing here, goes on for so long. */
  wake(ms: number): void {
    this.#asleep?.resolve();
    this.#asleep = null;
    this.#options.time.after(ms, () => this.#end(null));
  }

  /** A call of a store. What was sent before the end of the process is applied all the same. */
  async call<Result>(name: string, apply: () => Promise<Result>): Promise<Result> {
    this.#ensureAlive();
    const fault = this.#options.faults.draw(name);
    if (fault !== null) this.#options.log.struck(fault, `${this.#options.name} ${name}`);
    await this.#untilSent(fault, name);
    const result = await this.#applied(fault, apply);
    this.#ensureAlive();
    return fault === 'cut-short' ? cutShort(result) : result;
  }

  async #untilSent(fault: CallFault | null, name: string): Promise<void> {
    const { time, random } = this.#options;
    if (fault === 'frozen') this.#frozenUntilMs = time.nowMs + random.int(5_000, LONGEST_FREEZE_MS);
    while (this.#frozenUntilMs > time.nowMs) await time.sleep(this.#frozenUntilMs - time.nowMs);
    if (this.#asleep !== null) {
      await this.#asleep.promise;
      this.#options.log.struck('left-under-way', `${this.#options.name} ${name}`);
    }
    if (fault === 'killed' && random.chance(50)) this.#end(null);
    this.#ensureAlive();
    await time.sleep(fault === 'late' ? random.int(REQUEST_TIMEOUT_MS, LONGEST_CALL_MS) : this.#latencyMs());
  }

  async #applied<Result>(fault: CallFault | null, apply: () => Promise<Result>): Promise<Result> {
    const { time, random } = this.#options;
    if (fault === 'throttled' || fault === 'failed') throw new StoreError(fault);
    if (fault === 'timed-out') {
      if (random.chance(50)) await apply();
      await time.sleep(REQUEST_TIMEOUT_MS);
      throw new StoreError(fault);
    }
    if (fault === 'applied-twice') await apply();
    const result = await apply();
    if (fault === 'killed') this.#end(null);
    else await time.sleep(this.#latencyMs());
    if (fault === 'applied-and-failed') throw new StoreError(fault);
    return result;
  }

  #latencyMs(): number {
    return this.#options.random.int(1, this.#options.longestLatencyMs);
  }

  #end(fault: 'lambda-timeout' | null): void {
    if (!this.#isAlive || (fault !== null && this.#asleep !== null)) return;
    this.#isAlive = false;
    if (fault !== null) this.#options.log.struck(fault, this.#options.name);
    this.#ended.resolve();
  }

  #ensureAlive(): void {
    if (!this.#isAlive) throw new ProcessEnded(this.#options.name);
  }
}

/** What is read, be it rows or the bytes of a file, but not to its end. */
function cutShort<Result>(result: Result): Result {
  if (typeof result !== 'object' || result === null) return result;
  return new Proxy(result, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (name === Symbol.asyncIterator && isIterable(target)) return () => broken(target);
      if (isIterable(member)) return broken(member);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* broken(items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  let given = 0;
  for await (const item of items) {
    if (given++ === ITEMS_BEFORE_BREAK) break;
    yield item;
  }
  throw new StoreError('cut-short');
}
