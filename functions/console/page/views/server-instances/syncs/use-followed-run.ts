import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../../../api/api.ts';
import { useApi } from '../../../api/api-context.tsx';
import { poll } from '../../../api/poll.ts';
import { readSyncRun, type SyncRunBody } from '../../../api/sync-runs.ts';
import { isUnderWay } from './sync-progress.ts';

/** A sync of one instance is over in seconds, one of large instances takes minutes. */
const PAUSE_MS = { shortest: 700, longest: 3_000 };

interface FollowedRun {
  /** Null while none is followed. */
  readonly run: SyncRunBody | null;
  /** Follows a run until it has ended. */
  readonly follow: (id: string) => void;
}

/** A run as it goes on. `onEnded` is told once. */
export function useFollowedRun(onEnded: (run: SyncRunBody) => void): FollowedRun {
  const api = useApi();
  const [id, setId] = useState<string | null>(null);
  const [run, setRun] = useState<SyncRunBody | null>(null);
  useEffect(() => {
    if (id === null) return;
    const abort = new AbortController();
    const told = (answer: SyncRunBody) => {
      setRun(answer);
      if (!isUnderWay(answer)) onEnded(answer);
    };
    setRun(null);
    // What cannot be read any more is shown as it was last: the list of runs tells the rest.
    followRun(api, id, told, abort.signal).catch(() => undefined);
    return () => abort.abort();
  }, [id]);
  return { run, follow: setId };
}

function followRun(
  api: Api,
  id: string,
  onAnswer: (run: SyncRunBody) => void,
  signal: AbortSignal,
): Promise<void> {
  return poll({
    ask: () => readSyncRun(api, id, signal),
    onAnswer,
    isLast: (run) => !isUnderWay(run),
    pauseMs: PAUSE_MS,
    signal,
  });
}
