import { setTimeout } from 'node:timers/promises';
import type { SyncRunBody } from '../../../shared/contracts/http/sync-runs.ts';
import { REPLACE_ENTERPRISE_PATH } from '../../../test/peers/http/replace-enterprise.ts';
import type { ShownEnterprise } from '../application.ts';
import type { ApiClient } from './api-client.ts';

const POLL_MS = 250;

/** Longer than a sync can take. */
const MAX_WAIT_MINUTES = 20;

/** Lets the peer show this enterprise from now on. */
export async function showEnterprise(peerUrl: string, { people, seed }: ShownEnterprise): Promise<void> {
  const response = await fetch(`${peerUrl}${REPLACE_ENTERPRISE_PATH}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ people, seed }),
  });
  if (!response.ok) throw new Error(`The peer answered ${response.status}: ${await response.text()}`);
}

/**
 * Syncs, once the run that may be under way has ended, and resolves with the run when it has ended too. `onPull` hears
 * of each pull that is there.
 */
export async function syncNow(api: ApiClient, onPull: (line: string) => void): Promise<SyncRunBody> {
  const deadline = Date.now() + MAX_WAIT_MINUTES * 60_000;
  const told = new Set<string>();
  let id: string | null = null;
  while (Date.now() < deadline) {
    id ??= await startSync(api);
    const run = id === null ? null : await api.syncRun(id);
    for (const line of run?.pulls.map(pullLine) ?? []) {
      if (line === null || told.has(line)) continue;
      told.add(line);
      onPull(line);
    }
    if (run !== null && (run.ended_at !== null || run.state === 'interrupted')) return run;
    await setTimeout(POLL_MS);
  }
  throw new Error(`The sync has no outcome after ${MAX_WAIT_MINUTES} minutes: see npm start -- --verbose`);
}

/** The id of the run; null while another one is under way. */
async function startSync(api: ApiClient): Promise<string | null> {
  const answer = await api.startSync();
  return 'id' in answer ? answer.id : null;
}

/** Null while there is nothing to tell. */
function pullLine({ kind, source, state, entries }: SyncRunBody['pulls'][number]): string | null {
  if (state === 'waiting' || state === 'running') return null;
  const came = state === 'pulled' || state === 'completed' || state === 'superseded';
  return came ? `${source} ${kind}: ${entries ?? 0} entries` : `${source} ${kind}: ${state}`;
}
