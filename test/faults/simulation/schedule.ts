import { Random } from '../../support/enterprise/random.ts';
import { type FaultRates, someRates } from './call-faults.ts';
import { type DroppedFile, someFile } from './dropped-file.ts';
import { somePeople } from './some-people.ts';
import { LONGEST_LATENCIES, LONGEST_LIFE_MS } from './worker.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export type Action =
  | { readonly kind: 'drop'; readonly file: DroppedFile; readonly eventDelaysMs: readonly number[] }
  | { readonly kind: 'sync'; readonly trigger: 'weekly' | 'manual'; readonly delaysMs: readonly number[] }
  /** GitHub and the instances know these people from now on. */
  | { readonly kind: 'news'; readonly people: readonly number[] }
  /** An owner accepts what is held. */
  | { readonly kind: 'accept' };

export interface TimedAction {
  readonly atMs: number;
  readonly action: Action;
}

/** All that happens from outside, and how much goes wrong. */
export interface Schedule {
  readonly seed: number;
  readonly rates: FaultRates;
  /** In percent of the requests to GitHub. */
  readonly gitHubTrouble: number;
  readonly longestSkewMs: number;
  readonly longestLatencyMs: number;
  /** When Lambda ends an invocation while things go wrong. */
  readonly livesMs: { readonly ingest: number; readonly sync: number };
  /** Whether files that remove more than two accounts are held. */
  readonly holds: boolean;
  readonly actions: readonly TimedAction[];
}

export function scheduleOf(seed: number): Schedule {
  const random = new Random(seed);
  return {
    seed,
    rates: someRates(random),
    gitHubTrouble: random.pick([0, 0, 5, 25]),
    longestSkewMs: random.pick([0, 0, 2_000, 30_000, 90_000]),
    longestLatencyMs: random.pick(LONGEST_LATENCIES),
    livesMs: {
      ingest: random.pick([LONGEST_LIFE_MS, LONGEST_LIFE_MS, 120_000, 40_000]),
      sync: random.pick([LONGEST_LIFE_MS, LONGEST_LIFE_MS, 660_000]),
    },
    holds: random.chance(30),
    actions: someActions(random),
  };
}

/** In bursts, between which everything may come to rest. */
function someActions(random: Random): TimedAction[] {
  const bursts = Array.from({ length: random.int(1, 3) }, (_, index) => index * 6 * HOUR_MS);
  const actions = bursts.flatMap((burstMs) =>
    Array.from({ length: random.int(1, 4) }, () => ({
      atMs: burstMs + random.int(0, random.pick([1_000, 30_000, 5 * MINUTE_MS])),
      action: someAction(random),
    })),
  );
  return actions.sort((a, b) => a.atMs - b.atMs);
}

function someAction(random: Random): Action {
  const drawn = random.int(1, 100);
  if (drawn <= 65) return { kind: 'drop', file: someFile(random), eventDelaysMs: someDelays(random) };
  if (drawn <= 85) {
    return { kind: 'sync', trigger: random.pick(['weekly', 'manual']), delaysMs: someDelays(random) };
  }
  return drawn <= 95 ? { kind: 'news', people: somePeople(random) } : { kind: 'accept' };
}

/** One for each time that the event comes. */
function someDelays(random: Random): number[] {
  return Array.from({ length: random.chance(20) ? 2 : 1 }, () => {
    const longest = random.pick([1_000, 1_000, 1_000, 10 * MINUTE_MS, 10 * HOUR_MS]);
    return random.int(0, longest);
  });
}
