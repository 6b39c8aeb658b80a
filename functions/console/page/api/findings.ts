import {
  type FindingsBody,
  findingDismissalSchema,
  findingsSchema,
} from '../../../../shared/contracts/http/findings.ts';
import type { Api } from './api.ts';

export type Finding = FindingsBody['findings'][number];

/** Few enough to read, each with its evidence. */
export const FINDINGS_PER_PAGE = 20;

/** Empty is all. */
export interface FindingsFilter {
  readonly kind: string;
  readonly source: string;
  /** The id of a person. */
  readonly person: string;
  readonly dismissed: string;
  readonly page: number;
}

export function listFindings(api: Api, filter: FindingsFilter, signal: AbortSignal): Promise<FindingsBody> {
  return api.get('/findings', findingsSchema, {
    query: { ...filter, per_page: FINDINGS_PER_PAGE },
    signal,
  });
}

export async function dismissFinding(api: Api, { id }: Finding, reason: string): Promise<void> {
  await api.change('PATCH', `/findings/${id}`, findingDismissalSchema, { dismissed: true, reason });
}

export async function bringBackFinding(api: Api, { id }: Finding): Promise<void> {
  await api.change('PATCH', `/findings/${id}`, findingDismissalSchema, { dismissed: false });
}
