import * as z from 'zod';
import { usageSchema } from '../../../../shared/contracts/http/usage.ts';
import {
  type UsageHistoryBody,
  usageHistorySchema,
} from '../../../../shared/contracts/http/usage-history.ts';
import { FINDING_KINDS } from '../../../../shared/domain/finding.ts';
import { DIFFERENCE_REASONS } from '../../../../shared/domain/reconciliation.ts';
import type { Api } from './api.ts';

/** Our count against GitHub's. All `seats` add up to the `difference`; they are what GitHub counts more. */
const reconciliationSchema = z.object({
  totals: z.object({ ours: z.int(), github: z.int(), difference: z.int() }),
  groups: z.object({ equal: z.int(), github_more: z.int(), github_fewer: z.int() }),
  explanations: z.array(
    z.object({ reason: z.enum(DIFFERENCE_REASONS), seats: z.int(), finding_kind: z.enum(FINDING_KINDS) }),
  ),
});
export type Reconciliation = z.output<typeof reconciliationSchema>;

const usageAnswerSchema = usageSchema.extend({ reconciliation: reconciliationSchema.nullable().optional() });
export type Usage = z.output<typeof usageAnswerSchema>;

export function readUsage(api: Api, signal: AbortSignal): Promise<Usage> {
  return api.get('/usage', usageAnswerSchema, { signal });
}

/** `from`: `YYYY-MM-DD`, the first day. */
export function readUsageHistory(api: Api, from: string, signal: AbortSignal): Promise<UsageHistoryBody> {
  return api.get('/usage/history', usageHistorySchema, { query: { from }, signal });
}
