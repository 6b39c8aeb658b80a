import type { Logger } from '@aws-lambda-powertools/logger';
import { mergeObserver } from '../../shared/merge/merge-observer.ts';
import { tellObserver } from '../../shared/merge/tell-observer.ts';
import { isRetryable } from '../../shared/runtime/failures.ts';
import type { CountMetric } from '../../shared/runtime/metrics.ts';
import type { IngestObserver } from './ingest-upload.ts';

/** Tells logs and metrics what became of uploads: ids, states and counts, never what a file holds. */
export function ingestObserver(logger: Logger, count: CountMetric): IngestObserver {
  return {
    ...tellObserver(logger, count),
    ...mergeObserver(logger, count),
    concluded: ({ id, state, source, rejection, snapshot, hold, mergeId }) => {
      logger.info('upload concluded', {
        upload_id: id,
        state,
        source,
        accounts: snapshot?.accounts,
        accounts_removed: hold?.accountsRemoved,
        reason: rejection?.reason,
        problems: rejection?.totalProblems,
        merge_id: mergeId,
      });
      count('UploadsConcluded', 1, { state });
      if (rejection !== null) count('UploadsRejected', 1, { reason: rejection.reason });
    },
    failed: (messageId, error) => {
      const retryable = isRetryable(error);
      logger.error('message failed', { message_id: messageId, retryable, error });
      count('MessagesFailed', 1, { retryable: String(retryable) });
    },
  };
}
