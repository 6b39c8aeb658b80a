import type { Logger } from '@aws-lambda-powertools/logger';
import type { CountMetric } from '../../shared/runtime/metrics.ts';
import type { SyncAgeObserver } from './check-sync-age.ts';

/** Tells logs and metrics how old syncs are. */
export function syncAgeObserver(logger: Logger, count: CountMetric): SyncAgeObserver {
  return {
    overdue: ({ source, days }) => logger.warn('source not synced for too long', { source, days }),
    oldest: ({ days }) => count('DaysSinceLastSync', days, {}),
  };
}
