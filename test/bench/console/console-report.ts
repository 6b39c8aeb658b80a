import { textTable } from '../../../cdk/local/demo/text-table.ts';
import type { ConsoleMeasurements } from './measure-console.ts';

/** The figures as a table. */
export function consoleReport({ people, seed, peopleKnown, timings }: ConsoleMeasurements): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const lines = [
    `An enterprise of ${number(people)} people, seed ${seed}; ${number(peopleKnown)} people are known of it`,
    '',
    textTable([
      ['milliseconds', 'times', 'median', 'least', 'most', 'requests alone: median', 'least', 'most'],
      ...timings.map(({ what, inBrowser, requestsAlone }) => [
        what,
        inBrowser.length,
        ...spread(inBrowser),
        ...spread(requestsAlone),
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Median, least and most. */
function spread(milliseconds: readonly number[]): number[] {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)].map((value) =>
    Math.round(value ?? 0),
  );
}
