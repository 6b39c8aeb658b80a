import type { Logger } from '@aws-lambda-powertools/logger';
import { mergeObserver } from '../../shared/merge/merge-observer.ts';
import { tellObserver } from '../../shared/merge/tell-observer.ts';
import type { CountMetric } from '../../shared/runtime/metrics.ts';
import type { SyncObserver } from './sync-context.ts';

/** Tells logs and metrics how a run fares: sources, states and counts, never what a source holds. */
export function syncObserver(logger: Logger, count: CountMetric): SyncObserver {
  return {
    ...tellObserver(logger, count),
    ...mergeObserver(logger, count),
    pullConcluded: (runId, pull, error) => {
      const { kind, source, state, failure, hold } = pull;
      logger[failure === null ? 'info' : 'error']('pull concluded', {
        run_id: runId,
        pull: kind,
        source,
        state,
        requests: pull.requests,
        entries: pull.entries,
        duration_ms: pull.durationMs,
        accounts_removed: hold?.accountsRemoved,
        reason: failure,
        error,
      });
      count('PullsConcluded', 1, { state });
      if (failure !== null) count('PullsFailed', 1, { reason: failure });
    },
    runEnded: ({ id, trigger, state, failure, pulls, mergeId }) => {
      const requests = pulls.reduce((total, pull) => total + pull.requests, 0);
      logger.info('sync run ended', {
        run_id: id,
        trigger,
        state,
        reason: failure,
        pulls: pulls.length,
        requests,
        merge_id: mergeId,
      });
      count('SyncRunsEnded', 1, { state });
      count('SyncRequests', requests, {});
    },
  };
}
