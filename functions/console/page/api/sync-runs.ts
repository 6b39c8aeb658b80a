import type * as z from 'zod';
import {
  type SyncRunBody,
  type SyncRunsBody,
  syncRunSchema,
  type syncRunSummarySchema,
  syncRunsSchema,
} from '../../../../shared/contracts/http/sync-runs.ts';
import type { Api } from './api.ts';

export type { SyncRunBody, SyncRunsBody };
export type SyncRunSummary = z.output<typeof syncRunSummarySchema>;
export type PullBody = SyncRunBody['pulls'][number];

export interface SyncWanted {
  /** Null: every source with automatic sync on. */
  readonly sources: readonly string[] | null;
  readonly acceptRemovals: boolean;
}

/** Newest first. */
export function readSyncRuns(
  api: Api,
  { page, perPage }: { readonly page: number; readonly perPage: number },
  signal: AbortSignal,
): Promise<SyncRunsBody> {
  return api.get('/sync-runs', syncRunsSchema, { query: { page, per_page: perPage }, signal });
}

export function readSyncRun(api: Api, id: string, signal: AbortSignal): Promise<SyncRunBody> {
  return api.get(`/sync-runs/${id}`, syncRunSchema, { signal });
}

/** The run that was started. A conflict means that another one is under way. */
export function startSync(api: Api, { sources, acceptRemovals }: SyncWanted): Promise<SyncRunBody> {
  return api.change('POST', '/sync-now', syncRunSchema, { sources, accept_removals: acceptRemovals });
}
