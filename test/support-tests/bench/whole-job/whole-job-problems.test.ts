import { describe, expect, test } from 'vitest';
import type { MeasuredSize, MeasuredWay } from '../../../bench/whole-job/measure-whole-job.ts';
import type { WayName } from '../../../bench/whole-job/ways.ts';
import { wholeJobProblems } from '../../../bench/whole-job/whole-job-problems.ts';
import { wholeJobReport } from '../../../bench/whole-job/whole-job-report.ts';

const PEOPLE = 230;

interface Figures {
  /** Of each round. */
  readonly seconds: readonly number[];
  readonly peakRssMb?: number;
  readonly people?: number;
}

function way(name: WayName, { seconds, peakRssMb = 100, people = PEOPLE }: Figures): MeasuredWay {
  const counted = name === 'json-parse' ? null : people;
  const runs = seconds.map((wall) => ({ seconds: wall, cpuSeconds: wall, peakRssMb, people: counted }));
  return { name, runs, failure: null };
}

function measured(...sizes: readonly (readonly [number, readonly MeasuredWay[]])[]) {
  const sized = ([accountsPerSource, ways]: (typeof sizes)[number]): MeasuredSize => ({
    accountsPerSource,
    bytes: 1e6,
    ways,
  });
  return { seed: 1, rounds: 1, sizes: sizes.map(sized), skipped: [] };
}

const baseline = way('json-parse', { seconds: [1] });
const naive = way('naive', { seconds: [4] });

describe('bounds', () => {
  test.each([
    ['fast enough', 100_000, { seconds: [1] }, []],
    ['judged by the median of the rounds', 100_000, { seconds: [9, 1, 1] }, []],
    ['slower than JSON.parse allows', 100_000, { seconds: [1.5] }, ['JSON.parse', 'naive']],
    ['of which a million must be faster', 1_000_000, { seconds: [0.9] }, ['JSON.parse']],
    ['of no size that has bounds', 10_000, { seconds: [9], peakRssMb: 9000 }, []],
    ['larger than a million may be', 1_000_000, { seconds: [0.5], peakRssMb: 401 }, ['peak RSS']],
    ['larger than a quarter of a million may be', 250_000, { seconds: [9], peakRssMb: 513 }, ['peak RSS']],
  ])('%s', (_, accounts, figures, missed) => {
    const problems = wholeJobProblems(measured([accounts, [way('ours', figures), baseline, naive]]));
    expect(problems).toEqual(missed.map((text) => expect.stringContaining(text)));
  });

  test('a million takes hardly more per account than a hundred thousand', () => {
    const fast = way('json-parse', { seconds: [20] });
    const slowNaive = way('naive', { seconds: [80] });
    const sizes = (seconds: number) =>
      measured(
        [100_000, [way('ours', { seconds: [1] }), baseline, naive]],
        [1_000_000, [way('ours', { seconds: [seconds] }), fast, slowNaive]],
      );
    expect(wholeJobProblems(sizes(12))).toEqual([]);
    expect(wholeJobProblems(sizes(13))).toEqual([expect.stringContaining('time per account')]);
  });

  test('what was not measured is not missed, and said so', () => {
    const measurements = measured([1_000_000, [way('ours', { seconds: [9] })]]);
    expect(wholeJobProblems(measurements)).toEqual([]);
    expect(wholeJobReport(measurements)).toContain('not measured');
  });
});

test('ways that count different people are a problem', () => {
  const ways = [way('ours', { seconds: [1] }), way('duckdb', { seconds: [1], people: 229 })];
  expect(wholeJobProblems(measured([10, ways]))).toEqual([
    '10: the ways count different people: ours 230, duckdb 229',
  ]);
});

test('a way that fails is a problem, and the others are told', () => {
  const failed: MeasuredWay = { name: 'naive', runs: [], failure: 'ended with SIGABRT' };
  const measurements = measured([100_000, [way('ours', { seconds: [1] }), baseline, failed]]);
  expect(wholeJobProblems(measurements)).toEqual(['100,000: naive failed: ended with SIGABRT']);
  expect(wholeJobReport(measurements)).toMatch(/JSON\.parse alone +1\.00/);
});

test('each way is compared with JSON.parse in the same rounds', () => {
  const report = wholeJobReport(measured([10, [way('ours', { seconds: [3, 1, 2] }), baseline]]));
  expect(report).toMatch(
    /license usage sync +2\.00 +1\.00 to 3\.00 +2\.00 +1\.00 to 3\.00 +100 +2\.00 +2\.00 +230/,
  );
});
