import type { Logger } from '@aws-lambda-powertools/logger';
import type { LedgerUnits } from '../domain/ledger-units.ts';
import type { CommittedUsage } from '../domain/usage.ts';
import type { CountMetric } from '../runtime/metrics.ts';

/** Tells logs and metrics of a merge, whatever asked for it: ids and counts, nothing of the people. */
export function mergeObserver(logger: Logger, count: CountMetric) {
  return {
    merged: ({ mergeId, generation, counts, usage }: CommittedUsage): void => {
      logger.info('merge committed', {
        merge_id: mergeId,
        generation,
        people: usage.people,
        people_added: counts.peopleAdded,
        people_changed: counts.peopleChanged,
        people_removed: counts.peopleRemoved,
        licenses_before: counts.licensesBefore,
        licenses_after: counts.licensesAfter,
      });
      count('People', usage.people, {});
      count('LicensesConsumed', usage.consumed, {});
    },
    charged: ({ read, write }: LedgerUnits): void => {
      logger.info('merge charged', { read_units: read, write_units: write });
      count('LedgerReadUnits', read, {});
      count('LedgerWriteUnits', write, {});
    },
  };
}
