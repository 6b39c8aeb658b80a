import type { Logger } from '@aws-lambda-powertools/logger';
import type { CountMetric } from '../runtime/metrics.ts';
import type { TellObserver } from './tell.ts';

/** Tells logs and metrics of events that could not be sent. */
export function tellObserver(logger: Logger, count: CountMetric): TellObserver {
  return {
    notTold: (kind, error) => {
      logger.error('event not sent', { event: kind, error });
      count('EventsNotSent', 1, {});
    },
  };
}
