import { useEffect, useState } from 'preact/hooks';
import { useApi } from '../../../api/api-context.tsx';
import { ApiError } from '../../../api/api-error.ts';
import { type SyncRunBody, type SyncRunsBody, type SyncWanted, startSync } from '../../../api/sync-runs.ts';
import { useAnnounce } from '../../../components/announcer.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { isUnderWay } from './sync-progress.ts';
import { useFollowedRun } from './use-followed-run.ts';

interface SyncNowOptions {
  /** Null while they are not known, or older ones are shown. */
  readonly newestRuns: SyncRunsBody | null;
  /** There is another run, or one has ended. */
  readonly onChanged: () => void;
}

interface SyncNow {
  /** The run under way, or the one that has ended while it was shown. */
  readonly run: SyncRunBody | null;
  readonly isBusy: boolean;
  readonly start: (wanted: SyncWanted) => Promise<void>;
}

/** Starts a sync, and follows the one that is under way, whoever began it. */
export function useSyncNow({ newestRuns, onChanged }: SyncNowOptions): SyncNow {
  const api = useApi();
  const translator = useTranslator();
  const announce = useAnnounce();
  const [isStarting, setStarting] = useState(false);
  const { run, follow } = useFollowedRun((ended) => {
    const state = translator.text(`syncs.${ended.state}.title`);
    announce(translator.text('syncs.ended-toast', { state }));
    onChanged();
  });
  const underWayId = newestRuns?.sync_runs.find(isUnderWay)?.id ?? null;
  useEffect(() => {
    if (underWayId !== null) follow(underWayId);
  }, [underWayId]);

  const start = async (wanted: SyncWanted) => {
    setStarting(true);
    try {
      follow((await startSync(api, wanted)).id);
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'failed';
      if (kind === 'conflict') announce(translator.text('syncs.busy'));
      else
        announce(
          translator.text('syncs.not-started', { reason: translator.text(`errors.${kind}.next`) }),
          'error',
        );
    }
    setStarting(false);
    onChanged();
  };
  return { run, isBusy: isStarting || (run !== null && isUnderWay(run)), start };
}
