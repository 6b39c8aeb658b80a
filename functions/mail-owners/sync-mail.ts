import type { SyncEndedDetail } from '../../shared/contracts/events/sync-ended.ts';
import type { RunFailure } from '../../shared/domain/sync-run.ts';
import type { Mail } from '../../shared/notification-ports.ts';
import { formatted, mailText } from './mail-text.ts';

/** The run names all of them. */
const MAX_LINES = 20;

const REASONS: Readonly<Record<RunFailure, string>> = {
  'nothing-configured': 'No connection to GitHub is configured.',
  'not-started': 'It came too late: another sync had begun.',
  'not-merged': 'Usage was pulled and stored, and could not be merged.',
  internal: 'It met an error that repeating does not mend.',
};

/** A sync failed, wholly or in part. */
export function syncMail(detail: SyncEndedDetail, apiUrl: string): Mail {
  const { state, reason, not_synced: pulls, sync_run_id: id } = detail;
  const isWhole = state === 'failed';
  return {
    subject: isWhole ? 'A license usage sync has failed' : 'A license usage sync has failed in part',
    text: mailText({
      happened: [
        isWhole
          ? 'A sync of license usage has failed. Every source stays as it was before.'
          : 'A sync of license usage has failed in part. What is listed stays as it was before; the rest is up to date.',
        ...(reason === null ? [] : [REASONS[reason]]),
        ...pulls.slice(0, MAX_LINES).map(pullLine),
        ...(pulls.length > MAX_LINES ? ['- and more'] : []),
      ],
      todo: 'the run says for each failure how to mend it. Then sync again, without waiting for next week.',
      requests: [`GET /sync-runs/${id}`, 'POST /sync-now'],
      apiUrl,
    }),
  };
}

function pullLine({ pull, source, state, reason, hold }: SyncEndedDetail['not_synced'][number]): string {
  const place = `- ${source}, ${pull.replaceAll('-', ' ')}`;
  if (hold !== null) {
    const { accounts_removed: removed, accounts_before: before } = hold;
    return `${place}: held, since ${formatted(removed)} of ${formatted(before)} accounts would be gone`;
  }
  if (state === 'skipped') return `${place}: no time was left`;
  return `${place}: failed${reason === null ? '' : ` (${reason})`}`;
}
