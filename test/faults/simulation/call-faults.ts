import type { Random } from '../../support/enterprise/random.ts';

/** What may happen to one call of a store. The first six leave the caller with an error, or without a life. */
export const CALL_FAULTS = [
  /** Refused, and not applied. */
  'throttled',
  'failed',
  /** No answer came in time; the store has applied it, or has not. */
  'timed-out',
  /** Applied, and answered with an error. */
  'applied-and-failed',
  /** The process dies when the call is sent, or when it is applied. */
  'killed',
  /** What is read breaks off in the middle. */
  'cut-short',
  /** The first answer was lost: the SDK sends the call again, and the second answer counts. */
  'applied-twice',
  /** Applied after several attempts of the SDK that had no answer. */
  'late',
  /** The process stands still before it sends the call. */
  'frozen',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/** How often a fault strikes, in calls out of `RATE_BASE`. */
export type FaultRates = Readonly<Partial<Record<CallFault, number>>>;

const RATE_BASE = 100_000;

/** Seldom enough that most merges come to their end, often enough that few schedules stay without. */
const RATES = [200, 800, 3_000] as const;

/** A merge reads each of 256 shards: what strikes one of them strikes some merge soon enough. */
const SHARD_READS_SHARE = 1 / 25;

/** One of each in a merge, and all hangs on them. */
const DECISIVE = /^(usage\.|lease\.)/;
const DECISIVE_SHARE = 5;

/** A few kinds for each schedule, so that the ones do not hide what the others bring about. */
export function someRates(random: Random): FaultRates {
  const kinds = random.shuffled(CALL_FAULTS).slice(0, random.int(1, 4));
  return Object.fromEntries(kinds.map((kind) => [kind, random.pick(RATES)]));
}

/** S3 is given streams, which the SDK cannot send again. */
const STORES_OF_STREAMS = /^(snapshots|reports|licenses|findings|changes|chargebacks|files)\./;

/** What cannot be told is not told again before there is something new. */
const TELLING = /^(events|told)\./;
const FAULTS_OF_TELLING: ReadonlySet<CallFault> = new Set(['killed', 'late', 'frozen']);

/** Draws what happens to each call, until it is told to stop. */
export class CallFaults {
  readonly #rates: FaultRates;
  readonly #random: Random;
  #isOn = true;

  constructor(rates: FaultRates, random: Random) {
    this.#rates = rates;
    this.#random = random;
  }

  get areOn(): boolean {
    return this.#isOn;
  }

  stop(): void {
    this.#isOn = false;
  }

  draw(call: string): CallFault | null {
    if (!this.#isOn) return null;
    const share = shareOf(call);
    let drawn = this.#random.int(1, RATE_BASE);
    for (const kind of CALL_FAULTS) {
      drawn -= (this.#rates[kind] ?? 0) * share;
      if (drawn <= 0) return isPossible(kind, call) ? kind : null;
    }
    return null;
  }
}

function shareOf(call: string): number {
  if (call === 'people.readShard') return SHARD_READS_SHARE;
  return DECISIVE.test(call) ? DECISIVE_SHARE : 1;
}

function isPossible(kind: CallFault, call: string): boolean {
  if (TELLING.test(call)) return FAULTS_OF_TELLING.has(kind);
  return kind !== 'applied-twice' || !STORES_OF_STREAMS.test(call);
}
