import type { MergeMeasurements } from './measure-merges.ts';

/** At the default number of accounts. */
const MAX_PEAK_RSS_MB = 512;

/** What does not hold that must, in sentences; empty when all is well. */
export function mergeProblems({ runs }: MergeMeasurements): string[] {
  const problems: string[] = [];
  for (const { first, again } of runs) {
    for (const { file, peakRssMb } of [...first, ...again]) {
      if (peakRssMb < MAX_PEAK_RSS_MB) continue;
      problems.push(`${file}: the peak RSS is ${Math.round(peakRssMb)} MB, not under ${MAX_PEAK_RSS_MB} MB`);
    }
    for (const { file, peopleAdded, peopleChanged, peopleRemoved, writes } of again) {
      const written = writes.people + writes.peopleDeleted + writes.lookups;
      if (peopleAdded + peopleChanged + peopleRemoved + written === 0) continue;
      problems.push(`${file}: the second drop wrote ${written} items of people`);
    }
  }
  if (new Set(runs.flatMap(({ digests }) => digests)).size > 1) {
    problems.push('the ledger depends on the order in which files were dropped');
  }
  return problems;
}
