import { type ChangesBody, changesSchema } from '../../../../shared/contracts/http/changes.ts';
import type { Api } from './api.ts';

export type { ChangesBody };
export type PeopleChange = ChangesBody['changes'][number];
export type PersonState = PeopleChange['after'][number];

export const CHANGES_PER_PAGE = 30;

/** Which changes: of one merge, or of days, `YYYY-MM-DD`, both included. Empty is all. */
export interface ChangesSearch {
  readonly mergeId: string;
  readonly from: string;
  readonly to: string;
  /** From 1. */
  readonly page: number;
}

export function readChanges(
  api: Api,
  { mergeId, from, to, page }: ChangesSearch,
  signal: AbortSignal,
): Promise<ChangesBody> {
  const query = { merge_id: mergeId, from, to, page, per_page: CHANGES_PER_PAGE };
  return api.get('/changes', changesSchema, { query, signal });
}
