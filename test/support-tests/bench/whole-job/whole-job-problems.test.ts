import { describe, expect, test } from 'vitest';
import type { Differences } from '../../../bench/whole-job/differences.ts';
import type { MeasuredSize, MeasuredWay } from '../../../bench/whole-job/measure-whole-job.ts';
import type { WayName } from '../../../bench/whole-job/ways.ts';
import { wholeJobProblems } from '../../../bench/whole-job/whole-job-problems.ts';
import { wholeJobReport } from '../../../bench/whole-job/whole-job-report.ts';

const PEOPLE = 230;

const TO_FIND = { added: 1, changed: 3, removed: 2 };

interface Figures {
  /** Of each round. */
  readonly seconds: readonly number[];
  readonly peakRssMb?: number;
  readonly people?: number;
  /** Those that were found. */
  readonly differences?: Differences | null;
}

function way(name: WayName, figures: Figures): MeasuredWay {
  const { seconds, peakRssMb = 100, people = PEOPLE, differences = TO_FIND } = figures;
  const result = name === 'json-parse' ? { people: null, differences: null } : { people, differences };
  const runs = seconds.map((wall) => ({ seconds: wall, cpuSeconds: wall, peakRssMb, ...result }));
  return { name, differences: result.differences && TO_FIND, runs, failure: null };
}

function measured(...sizes: readonly (readonly [number, readonly MeasuredWay[]])[]) {
  const sized = ([accountsPerSource, ways]: (typeof sizes)[number]): MeasuredSize => ({
    accountsPerSource,
    bytes: 1e6,
    ways,
  });
  return { seed: 1, rounds: 1, sizes: sizes.map(sized), skipped: [] };
}

/** In each of so many rounds. */
function always(name: WayName, seconds: number, rounds = 1): MeasuredWay {
  return way(name, { seconds: Array.from({ length: rounds }, () => seconds) });
}

const baseline = always('json-parse', 1);
const naive = always('naive', 4);

describe('bounds', () => {
  test.each([
    ['fast enough', 100_000, { seconds: [1] }, []],
    ['judged by the median of the rounds', 100_000, { seconds: [9, 1, 1] }, []],
    ['too slow in most rounds', 100_000, { seconds: [1, 9, 9] }, ['JSON.parse', 'naive']],
    ['slower than JSON.parse allows', 100_000, { seconds: [1.5] }, ['JSON.parse', 'naive']],
    ['of which a million must be faster', 1_000_000, { seconds: [0.9] }, ['JSON.parse']],
    ['of no size that has bounds', 10_000, { seconds: [9], peakRssMb: 9000 }, []],
    ['larger than a million may be', 1_000_000, { seconds: [0.5], peakRssMb: 401 }, ['peak RSS']],
    ['larger than a quarter of a million may be', 250_000, { seconds: [9], peakRssMb: 513 }, ['peak RSS']],
  ])('%s', (_, accounts, figures, missed) => {
    const rounds = figures.seconds.length;
    const others = [always('json-parse', 1, rounds), always('naive', 4, rounds)];
    const problems = wholeJobProblems(measured([accounts, [way('ours', figures), ...others]]));
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

  test('are of runs of one round, whatever the machine did in the others', () => {
    const ways = [
      way('json-parse', { seconds: [1, 9, 2] }),
      way('ours', { seconds: [1.2, 10.8, 2.4] }),
      way('naive', { seconds: [5, 45, 10] }),
    ];
    const report = wholeJobReport(measured([100_000, ways]));
    expect(report).toMatch(/JSON\.parse +at most 1\.4 +1\.20 +met/);
    expect(report).toMatch(/naive +at least 4 +4\.17 +met/);
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

test.each([
  ['overlooks somebody', { ...TO_FIND, changed: 2 }, '1 people added, 2 changed, 2 removed'],
  ['finds somebody who is the same', { ...TO_FIND, added: 2 }, '2 people added, 3 changed, 2 removed'],
  ['takes one who is gone for one who is new', { added: 2, changed: 3, removed: 1 }, '2 people added'],
])('a way that %s is a problem', (_, differences, found) => {
  const right = way('naive', { seconds: [4] });
  const wrong = way('ours', { seconds: [1], differences });
  const runs = [...right.runs.slice(0, 1), ...wrong.runs];
  expect(wholeJobProblems(measured([10, [right, { ...wrong, runs }]]))).toEqual([
    expect.stringMatching(`^10: ours found ${found}.*, not 1 people added, 3 changed, 2 removed$`),
  ]);
});

test('a way that fails is a problem, and the others are told', () => {
  const failed: MeasuredWay = { name: 'naive', differences: null, runs: [], failure: 'ended with SIGABRT' };
  const measurements = measured([100_000, [way('ours', { seconds: [1] }), baseline, failed]]);
  expect(wholeJobProblems(measurements)).toEqual(['100,000: naive failed: ended with SIGABRT']);
  expect(wholeJobReport(measurements)).toMatch(/JSON\.parse alone +1\.00/);
});

test('each way is compared with JSON.parse in the same rounds', () => {
  const report = wholeJobReport(
    measured([10, [way('ours', { seconds: [3, 1, 2] }), always('json-parse', 1, 3)]]),
  );
  expect(report).toMatch(
    /license usage sync +2\.00 +1\.00 to 3\.00 +2\.00 +1\.00 to 3\.00 +100 +2\.00 +2\.00 +230 +6/,
  );
});
