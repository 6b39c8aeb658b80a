import { textTable } from '../../../cdk/local/demo/text-table.ts';
import { type Bound, boundsOf, isMissed, medianOf, timesOf } from './bounds.ts';
import type { MeasuredSize, MeasuredWay, WholeJobMeasurements } from './measure-whole-job.ts';
import type { WayRun } from './way.ts';
import type { WayName } from './ways.ts';

const HEADERS = [
  'way',
  'seconds',
  'min to max',
  'CPU s',
  'min to max',
  'peak RSS MB',
  'x JSON.parse',
  'CPU x JSON.parse',
  'people',
  'differ',
];

const TITLES: Readonly<Record<WayName, string>> = {
  ours: 'license usage sync',
  'ours-with-findings': 'and usage, findings',
  'json-parse': 'JSON.parse alone',
  naive: 'naive: and zod, Map',
  duckdb: 'DuckDB',
  jq: 'jq and sort',
};

/** The figures as tables. */
export function wholeJobReport(measurements: WholeJobMeasurements): string {
  const { seed, rounds, sizes, skipped } = measurements;
  const bounds = boundsOf(measurements);
  const lines = [
    `Medians of ${rounds} rounds in turn, each way in a new process; seed ${seed}`,
    ...skipped,
    ...sizes.flatMap(sizeLines),
  ];
  if (bounds.length > 0) lines.push('', 'Bounds', textTable(bounds.map(boundRow)));
  return `${lines.join('\n')}\n`;
}

function sizeLines({ accountsPerSource, bytes, ways }: MeasuredSize): string[] {
  const baseline = ways.find(({ name }) => name === 'json-parse');
  return [
    '',
    `${accountsPerSource.toLocaleString('en-US')} accounts in each of three instances and the cloud enterprise, ` +
      `${(bytes / 1e6).toFixed(0)} MB`,
    textTable([HEADERS, ...ways.map((way) => wayRow(way, baseline))]),
  ];
}

function wayRow({ name, runs }: MeasuredWay, baseline: MeasuredWay | undefined): (string | number)[] {
  if (runs.length === 0) return [TITLES[name], 'failed'];
  return [
    TITLES[name],
    medianOf(runs, 'seconds').toFixed(2),
    spread(runs.map(({ seconds }) => seconds)),
    medianOf(runs, 'cpuSeconds').toFixed(2),
    spread(runs.map(({ cpuSeconds }) => cpuSeconds)),
    Math.round(Math.max(...runs.map(({ peakRssMb }) => peakRssMb))),
    times('seconds'),
    times('cpuSeconds'),
    runs[0]?.people ?? '-',
    differing(runs[0]),
  ];

  function times(figure: 'seconds' | 'cpuSeconds'): string {
    if (baseline === undefined || baseline.runs.length === 0) return '-';
    return timesOf(runs, baseline.runs, figure).toFixed(2);
  }
}

function differing(run: WayRun | undefined): number | string {
  if (run === undefined || run.differences === null) return '-';
  const { added, changed, removed } = run.differences;
  return added + changed + removed;
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
}

function boundRow(bound: Bound): string[] {
  const { text, limit, isLeast, figure } = bound;
  const outcome = figure === null ? 'not measured' : isMissed(bound) ? 'MISSED' : 'met';
  return [text, `at ${isLeast ? 'least' : 'most'} ${limit}`, figure?.toFixed(2) ?? '-', outcome];
}
