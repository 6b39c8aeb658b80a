import { parseSyncRunId } from '../../shared/contracts/http/sync-runs.ts';
import type { SyncRun } from '../../shared/domain/sync-run.ts';
import type { SyncRunLog } from '../../shared/ports.ts';

/** Null when there is no such run. */
export async function readSyncRun(syncRuns: SyncRunLog, id: string | undefined): Promise<SyncRun | null> {
  const runId = parseSyncRunId(id);
  return runId === null ? null : syncRuns.get(runId);
}
