import { useEffect } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { readServerInstances, type ServerInstancesBody } from '../../api/server-instances.ts';
import { readSyncRuns, type SyncRunsBody } from '../../api/sync-runs.ts';
import { readHeldUploads, readUploads, type UploadSummary, type UploadsBody } from '../../api/uploads.ts';
import { type Loaded, useLoaded } from '../../api/use-loaded.ts';
import { pageOf, type Route } from '../../router/route.ts';
import { PER_PAGE } from './listings.ts';

/** Between two looks at what became of files that are being read. */
const LOOK_AGAIN_MS = 5_000;

interface ServerInstances {
  readonly instances: Loaded<ServerInstancesBody>;
  readonly runs: Loaded<SyncRunsBody>;
  /** Null while older ones are shown. */
  readonly newestRuns: SyncRunsBody | null;
  readonly uploads: Loaded<UploadsBody>;
  readonly held: readonly UploadSummary[];
  readonly reload: () => void;
}

/** All that the view shows, and a way to ask for all of it again. */
export function useServerInstances(route: Route): ServerInstances {
  const api = useApi();
  const runsPage = pageOf(route, 'syncs');
  const uploadsPage = pageOf(route, 'uploads');
  const instances = useLoaded((signal) => readServerInstances(api, signal), []);
  const runs = useLoaded(
    (signal) => readSyncRuns(api, { page: runsPage, perPage: PER_PAGE }, signal),
    [runsPage],
  );
  const uploads = useLoaded(
    (signal) => readUploads(api, { page: uploadsPage, perPage: PER_PAGE }, signal),
    [uploadsPage],
  );
  const held = useLoaded((signal) => readHeldUploads(api, signal), []);
  const reload = () => {
    for (const loaded of [instances, runs, uploads, held]) loaded.reload();
  };
  useReloadWhileReading(uploads.value, reload);
  return {
    instances: quietly(instances),
    runs: quietly(runs),
    newestRuns: runsPage === 1 ? runs.value : null,
    uploads: quietly(uploads),
    held: held.value?.uploads ?? [],
    reload,
  };
}

/** Nobody waits for what the view asks for by itself: what was there before stays as it was. */
function quietly<Value>(loaded: Loaded<Value>): Loaded<Value> {
  return { ...loaded, loading: loaded.loading && loaded.value === null };
}

/** Files that others have dropped, or that were dropped before this view was opened. */
function useReloadWhileReading(shown: UploadsBody | null, reload: () => void): void {
  const isReading = shown?.uploads.some(({ state }) => state === 'received') ?? false;
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isReading, shown]);
}
