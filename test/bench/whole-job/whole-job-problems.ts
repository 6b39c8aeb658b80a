import { type Bound, boundsOf, isMissed } from './bounds.ts';
import type { Differences } from './differences.ts';
import type { MeasuredSize, WholeJobMeasurements } from './measure-whole-job.ts';

/** What does not hold that must, in sentences; empty when all is well. */
export function wholeJobProblems(measurements: WholeJobMeasurements): string[] {
  return [
    ...measurements.sizes.flatMap(failures),
    ...measurements.sizes.flatMap(differentPeople),
    ...measurements.sizes.flatMap(wrongDifferences),
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

/** Who differs from the state before was put there. */
function wrongDifferences({ accountsPerSource, ways }: MeasuredSize): string[] {
  return ways.flatMap(({ name, differences, runs }) => {
    const toFind = described(differences);
    const found = new Set(runs.map((run) => described(run.differences)));
    return [...found.difference(new Set([toFind]))].map(
      (wrong) => `${accountsPerSource.toLocaleString('en-US')}: ${name} found ${wrong}, not ${toFind}`,
    );
  });
}

function described(differences: Differences | null): string {
  if (differences === null) return 'nothing to compare with';
  const { added, changed, removed } = differences;
  return `${added} people added, ${changed} changed, ${removed} removed`;
}

function missed({ text, figure, limit, isLeast }: Bound): string {
  return `${text}: ${figure?.toFixed(2)}, not at ${isLeast ? 'least' : 'most'} ${limit}`;
}
