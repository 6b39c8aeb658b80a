import type * as z from 'zod';
import { usageSchema } from '../../../../shared/contracts/http/usage.ts';
import {
  type UsageHistoryBody,
  usageHistorySchema,
} from '../../../../shared/contracts/http/usage-history.ts';
import type { Api } from './api.ts';

export type Usage = z.output<typeof usageSchema>;
export type Reconciliation = NonNullable<Usage['reconciliation']>;

export function readUsage(api: Api, signal: AbortSignal): Promise<Usage> {
  return api.get('/usage', usageSchema, { signal });
}

/** `from`: `YYYY-MM-DD`, the first day. */
export function readUsageHistory(api: Api, from: string, signal: AbortSignal): Promise<UsageHistoryBody> {
  return api.get('/usage/history', usageHistorySchema, { query: { from }, signal });
}
