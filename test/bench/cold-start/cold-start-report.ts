import { textTable } from '../../../cdk/local/demo/text-table.ts';
import { median, quartiles } from '../median.ts';
import { timesOf } from './cold-start-problems.ts';
import type { FunctionStarts, Start, StartMeasurements } from './measure-starts.ts';

/** The figures as tables. */
export function coldStartReport({ rounds, functions }: StartMeasurements): string {
  const lines = [
    `Milliseconds from the start of Node until the handler is there: medians of ${rounds} starts in turn, and`,
    'in brackets between which two the middle half of them lies; CPU is the time of the processor.',
    '',
    'A bare handler has the same clients of the AWS SDK and does nothing: as an ES module, minified, with the SDK in',
    'it, as is usual; and alike, bundled as the functions are here.',
    '',
    textTable([
      ['function', 'KB at start', 'ms', 'CPU', 'bare', 'CPU', 'times', 'alike', 'CPU', 'times'],
      ...functions.map(row),
    ]),
    '',
    'A function without a client of the SDK is compared with Node itself, which says nothing: no limit is set.',
  ];
  return `${lines.join('\n')}\n`;
}

function row(measured: FunctionStarts): (string | number)[] {
  const { folder, bytesAtStart, starts } = measured;
  return [
    folder,
    Math.round(bytesAtStart / 1000),
    wallTime(starts.function),
    cpuTime(starts.function),
    wallTime(starts.bare),
    cpuTime(starts.bare),
    timesOf(measured, 'bare').toFixed(2),
    wallTime(starts.bareAlike),
    cpuTime(starts.bareAlike),
    timesOf(measured, 'bareAlike').toFixed(2),
  ];
}

function wallTime(starts: readonly Start[]): string {
  const times = starts.map(({ ms }) => ms);
  const [from, to] = quartiles(times);
  return `${median(times).toFixed(0)} (${from.toFixed(0)} to ${to.toFixed(0)})`;
}

function cpuTime(starts: readonly Start[]): string {
  return median(starts.map(({ cpuMs }) => cpuMs)).toFixed(0);
}
