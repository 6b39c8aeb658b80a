import type { Logger } from '@aws-lambda-powertools/logger';
import type { UsageEvent } from '../domain/usage-event.ts';
import type { CountMetric } from '../runtime/metrics.ts';

/** Tells logs and metrics of events that could not be sent: of which kind, nothing of what they tell. */
export function tellObserver(logger: Logger, count: CountMetric) {
  return {
    notTold: (kind: UsageEvent['kind'], error: unknown): void => {
      logger.error('event not sent', { event: kind, error });
      count('EventsNotSent', 1, {});
    },
  };
}
