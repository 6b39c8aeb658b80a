import { median } from '../median.ts';
import type { MeasuredSize, WholeJobMeasurements } from './measure-whole-job.ts';
import type { WayRun } from './way.ts';
import type { WayName } from './ways.ts';

/** What must hold. The figure is null when a way that it needs was not measured, or failed. */
export interface Bound {
  readonly text: string;
  readonly limit: number;
  readonly isLeast: boolean;
  readonly figure: number | null;
}

const K = 1000;
const M = 1000 * K;

/** The longest time, in times of JSON.parse, by accounts in each source. */
const MOST_TIMES_JSON_PARSE = new Map([
  [100 * K, 1.4],
  [M, 0.8],
]);
/** At the same sizes. */
const LEAST_TIMES_FASTER_THAN_NAIVE = 4;
/** A quarter of a million fits into a function of 512 MB. */
const MOST_PEAK_RSS_MB = new Map([
  [250 * K, 512],
  [M, 400],
]);
/** Of the time per account at a million, in times of that at a hundred thousand. */
const MOST_GROWTH = 1.2;

/** All that is to hold of the sizes that were measured. */
export function boundsOf({ sizes }: WholeJobMeasurements): Bound[] {
  return [...sizes.flatMap(boundsOfSize), ...growthBounds(sizes)];
}

function boundsOfSize(size: MeasuredSize): Bound[] {
  const accounts = size.accountsPerSource.toLocaleString('en-US');
  const bounds: Bound[] = [];
  const mostTimes = MOST_TIMES_JSON_PARSE.get(size.accountsPerSource);
  if (mostTimes !== undefined) {
    bounds.push(
      {
        text: `${accounts}: time, in times of JSON.parse`,
        limit: mostTimes,
        isLeast: false,
        figure: timesIn(size, 'ours', 'json-parse'),
      },
      {
        text: `${accounts}: times faster than naive`,
        limit: LEAST_TIMES_FASTER_THAN_NAIVE,
        isLeast: true,
        figure: timesIn(size, 'naive', 'ours'),
      },
    );
  }
  const mostMb = MOST_PEAK_RSS_MB.get(size.accountsPerSource);
  if (mostMb !== undefined) {
    const figure = peakRssMbOf(size, 'ours');
    bounds.push({ text: `${accounts}: peak RSS in MB`, limit: mostMb, isLeast: false, figure });
  }
  return bounds;
}

function growthBounds(sizes: readonly MeasuredSize[]): Bound[] {
  const [small, large] = [100 * K, M].map((accounts) =>
    sizes.find((size) => size.accountsPerSource === accounts),
  );
  if (small === undefined || large === undefined) return [];
  const perAccount = (size: MeasuredSize) => quotient(secondsOf(size, 'ours'), size.accountsPerSource);
  const figure = quotient(perAccount(large), perAccount(small));
  const text = 'time per account at 1,000,000, in times of that at 100,000';
  return [{ text, limit: MOST_GROWTH, isLeast: false, figure }];
}

export function isMissed({ figure, limit, isLeast }: Bound): boolean {
  if (figure === null) return false;
  return isLeast ? figure < limit : figure > limit;
}

export function medianOf(runs: readonly WayRun[], figure: 'seconds' | 'cpuSeconds'): number {
  return median(runs.map((run) => run[figure]));
}

/**
 * How many times as much as the other: the median of the quotients of each round. The machine is now faster and now
 * slower, and the runs of a round are next to one another.
 */
export function timesOf(
  runs: readonly WayRun[],
  others: readonly WayRun[],
  figure: 'seconds' | 'cpuSeconds',
): number {
  return median(runs.map((run, round) => run[figure] / (others[round]?.[figure] ?? Number.NaN)));
}

function timesIn(size: MeasuredSize, name: WayName, other: WayName): number | null {
  const [runs, others] = [runsOf(size, name), runsOf(size, other)];
  return runs.length === 0 || others.length === 0 ? null : timesOf(runs, others, 'seconds');
}

function secondsOf(size: MeasuredSize, name: WayName): number | null {
  const runs = runsOf(size, name);
  return runs.length === 0 ? null : medianOf(runs, 'seconds');
}

function peakRssMbOf(size: MeasuredSize, name: WayName): number | null {
  const runs = runsOf(size, name);
  return runs.length === 0 ? null : Math.max(...runs.map(({ peakRssMb }) => peakRssMb));
}

function runsOf({ ways }: MeasuredSize, name: WayName): readonly WayRun[] {
  return ways.find((way) => way.name === name)?.runs ?? [];
}

function quotient(dividend: number | null, divisor: number | null): number | null {
  return dividend === null || divisor === null ? null : dividend / divisor;
}
