import { textTable } from '../../../cdk/local/demo/text-table.ts';
import type { MergeMeasurements } from './measure-merges.ts';
import type { Merge, Processes } from './merge-bench.ts';

const HEADERS = [
  'file',
  'seconds',
  'CPU s',
  'x JSON.parse',
  'peak RSS MB',
  'accounts',
  'added',
  'changed',
  'removed',
  'people written',
  'deleted',
  'look-ups',
  'requests',
];

const TITLES: Readonly<Record<Processes, string>> = {
  'one-per-merge': 'A new process for each merge',
  'one-for-all': 'One process for all merges, from empty stores again and in another order',
};

/** The figures as tables. */
export function mergeReport(measurements: MergeMeasurements): string {
  const { accountsPerSource, seed, memoryMb, baselines, runs } = measurements;
  const secondsOf = (file: string) => baselines.find((baseline) => baseline.file === file)?.seconds ?? 0;
  const row = (merge: Merge) => mergeRow(merge, secondsOf(merge.file));
  const lines = [
    `${accountsPerSource.toLocaleString('en-US')} accounts in each of three instances and the cloud enterprise, ` +
      `seed ${seed}; a function of ${memoryMb} MB`,
    '',
    'JSON.parse(readFileSync(file)) in a new process; of a CSV the same accounts as JSON',
    textTable([
      ['file', 'MB', 'seconds', 'CPU s', 'peak RSS MB'],
      ...baselines.map(({ file, bytes, seconds, cpuSeconds, peakRssMb }) => [
        file,
        (bytes / 1e6).toFixed(1),
        seconds.toFixed(2),
        cpuSeconds.toFixed(2),
        Math.round(peakRssMb),
      ]),
    ]),
  ];
  for (const { processes, first, again } of runs) {
    lines.push('', TITLES[processes], textTable([HEADERS, ...first.map(row)]));
    lines.push('', 'The same files again, in another order', textTable([HEADERS, ...again.map(row)]));
  }
  return `${lines.join('\n')}\n`;
}

function mergeRow(merge: Merge, baselineSeconds: number): (string | number)[] {
  const { writes } = merge;
  return [
    merge.file,
    merge.seconds.toFixed(1),
    merge.cpuSeconds.toFixed(1),
    (merge.seconds / baselineSeconds).toFixed(1),
    Math.round(merge.peakRssMb),
    merge.accounts,
    merge.peopleAdded,
    merge.peopleChanged,
    merge.peopleRemoved,
    writes.people,
    writes.peopleDeleted,
    writes.lookups,
    writes.requests,
  ];
}
