import type { Logger } from '@aws-lambda-powertools/logger';
import { isRetryable } from '../../shared/runtime/failures.ts';
import type { CountMetric } from '../../shared/runtime/metrics.ts';
import type { IngestObserver } from './ingest-upload.ts';

/** Tells logs and metrics what became of uploads: ids, states and counts, never what a file holds. */
export function ingestObserver(logger: Logger, count: CountMetric): IngestObserver {
  return {
    concluded: ({ id, state, source, rejection, snapshot, hold }) => {
      logger.info('upload concluded', {
        upload_id: id,
        state,
        source,
        accounts: snapshot?.accounts,
        accounts_removed: hold?.accountsRemoved,
        reason: rejection?.reason,
        problems: rejection?.totalProblems,
      });
      count('UploadsConcluded', 1, { state });
      if (rejection !== null) count('UploadsRejected', 1, { reason: rejection.reason });
    },
    merged: ({ mergeId, generation, counts, usage }) => {
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
      count('LicensesConsumed', usage.consumed, {});
    },
    failed: (messageId, error) => {
      logger.error('message failed', { message_id: messageId, retryable: isRetryable(error), error });
    },
  };
}
