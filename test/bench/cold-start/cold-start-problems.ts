import { median } from '../median.ts';
import type { FunctionStarts, StartMeasurements, Variant } from './measure-starts.ts';

/** Of the time of the bare handler, bundled as usual. */
const MOST_TIMES_BARE = 1.2;

/** What does not hold that must, in sentences; empty when all is well. */
export function coldStartProblems({ functions }: StartMeasurements): string[] {
  return functions
    .filter((measured) => measured.hasClients && timesOf(measured, 'bare') > MOST_TIMES_BARE)
    .map((measured) => {
      const times = timesOf(measured, 'bare').toFixed(2);
      return `${measured.folder}: a start takes ${times} times that of a bare handler, more than ${MOST_TIMES_BARE}`;
    });
}

/** How long a start takes, in times of a start of the bare handler. */
export function timesOf({ starts }: FunctionStarts, bare: Exclude<Variant, 'function'>): number {
  return median(starts.function.map(({ ms }) => ms)) / median(starts[bare].map(({ ms }) => ms));
}
