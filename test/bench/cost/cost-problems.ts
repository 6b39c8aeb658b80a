import type { CostMeasurements } from './measure-cost.ts';

/** Of the write units of the changed items alone. */
const MOST_TIMES_OWN_UNITS = 1.05;

/** What does not hold that must, in sentences; empty when all is well. */
export function costProblems({ week, same }: CostMeasurements): string[] {
  const problems: string[] = [];
  const times = week.units.write / week.ownUnits;
  if (times > MOST_TIMES_OWN_UNITS) {
    problems.push(
      `the merge of a week was charged ${times.toFixed(3)} times the write units of the items that changed, ` +
        `more than ${MOST_TIMES_OWN_UNITS}`,
    );
  }
  if (same.items > 0) problems.push(`the merge of the same usage wrote ${same.items} items of people`);
  return problems;
}
