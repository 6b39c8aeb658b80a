import { type Bound, boundsOf, isMissed } from './bounds.ts';
import type { MeasuredSize, WholeJobMeasurements } from './measure-whole-job.ts';

/** What does not hold that must, in sentences; empty when all is well. */
export function wholeJobProblems(measurements: WholeJobMeasurements): string[] {
  return [
    ...measurements.sizes.flatMap(failures),
    ...measurements.sizes.flatMap(differentPeople),
    ...boundsOf(measurements).filter(isMissed).map(missed),
  ];
}

function failures({ accountsPerSource, ways }: MeasuredSize): string[] {
  return ways.flatMap(({ name, failure }) =>
    failure === null ? [] : [`${accountsPerSource.toLocaleString('en-US')}: ${name} failed: ${failure}`],
  );
}

/** All count the same people of files that were made so that simple rules suffice. */
function differentPeople({ accountsPerSource, ways }: MeasuredSize): string[] {
  const counts = ways.flatMap(({ name, runs }) =>
    [...new Set(runs.map(({ people }) => people))].flatMap((people) =>
      people === null ? [] : [{ name, people }],
    ),
  );
  if (new Set(counts.map(({ people }) => people)).size <= 1) return [];
  const listed = counts.map(({ name, people }) => `${name} ${people.toLocaleString('en-US')}`).join(', ');
  return [`${accountsPerSource.toLocaleString('en-US')}: the ways count different people: ${listed}`];
}

function missed({ text, figure, limit, isLeast }: Bound): string {
  return `${text}: ${figure?.toFixed(2)}, not at ${isLeast ? 'least' : 'most'} ${limit}`;
}
