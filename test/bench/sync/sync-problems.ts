import type { MeasuredSync, SyncMeasurements } from './measure-syncs.ts';
import { requestsRequired } from './pages-required.ts';

const MAX_PEAK_RSS_MB = 512;

/** What GitHub lets one user ask in an hour, of REST and of GraphQL each. */
const REQUESTS_PER_HOUR = 5000;

/** What does not hold that must, in sentences; empty when all is well. */
export function syncProblems({ plain, first, again }: SyncMeasurements): string[] {
  const { people_added, people_changed, people_removed } = again.run.counts ?? {};
  const changed = (people_added ?? 0) + (people_changed ?? 0) + (people_removed ?? 0);
  return [
    ...problemsOf('first sync', first, plain.identities),
    ...problemsOf('second sync', again, plain.identities),
    ...(changed > 0 ? [`the second sync changed ${changed} people, though nothing had changed`] : []),
  ];
}

function problemsOf(
  name: string,
  { run, peakRssMb, differences }: MeasuredSync,
  identities: number,
): string[] {
  const asked = run.totals.requests;
  return [
    ...(run.state === 'succeeded' ? [] : [`${name}: it is ${run.state}`]),
    ...(peakRssMb < MAX_PEAK_RSS_MB
      ? []
      : [`${name}: the peak RSS is ${Math.round(peakRssMb)} MB, not under ${MAX_PEAK_RSS_MB} MB`]),
    ...(asked < REQUESTS_PER_HOUR ? [] : [`${name}: ${asked} requests, more than an hour allows`]),
    ...differences.map(({ path, expected, actual }) => `${name}: ${path} is ${actual}, planted ${expected}`),
    ...run.pulls
      .filter((pull) => pull.requests > requestsRequired(pull, identities))
      .map((pull) => {
        const required = requestsRequired(pull, identities);
        return `${name}: ${pull.kind} of ${pull.source} took ${pull.requests} requests, ${required} would do`;
      }),
  ];
}
