import { textTable } from '../../../cdk/local/demo/text-table.ts';
import type { ReportMeasurements } from './measure-reports.ts';
import { jsonParseSeconds } from './report-problems.ts';

/** The figures as tables. */
export function reportTables({ accountsPerSource, seed, baselines, reports }: ReportMeasurements): string {
  const parseSeconds = jsonParseSeconds(baselines);
  const parseCpuSeconds = baselines.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const lines = [
    `${accountsPerSource.toLocaleString('en-US')} accounts in each of three instances and the cloud enterprise, ` +
      `seed ${seed}`,
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
    '',
    'license-usage report of all of them, each time in a new process, its start included',
    textTable([
      ['options', 'seconds', 'x JSON.parse', 'CPU s', 'x JSON.parse', 'peak RSS MB'],
      ...reports.flatMap(({ options, runs }) =>
        runs.map(({ seconds, cpuSeconds, peakRssMb }) => [
          options,
          seconds.toFixed(1),
          (seconds / parseSeconds).toFixed(1),
          cpuSeconds.toFixed(1),
          (cpuSeconds / parseCpuSeconds).toFixed(1),
          Math.round(peakRssMb),
        ]),
      ),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
