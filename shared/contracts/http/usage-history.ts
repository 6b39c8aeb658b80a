import * as z from 'zod';
import type { UsageOnDay } from '../../domain/usage.ts';
import { DAY_MS, dayOf, daySchema } from './day.ts';
import { breakdowns, breakdownsBody, totals, totalsBody } from './usage.ts';

/** Without `from`: the year before `to`. */
const DEFAULT_DAYS = 365;

/** Ten years of daily points make an answer of about 2 MB; Lambda's limit is 6 MB. */
const MAX_DAYS = 3660;

/** Days, `YYYY-MM-DD` in UTC, both included. */
export interface UsageHistoryQuery {
  readonly from: string;
  readonly to: string;
}

/** `GET /usage/history`: `from` and `to`; without `to` it ends today. */
export function usageHistoryQuerySchema(now: Date) {
  return z
    .object({ from: daySchema.optional(), to: daySchema.default(dayOf(now)) })
    .transform(
      ({ from, to }): UsageHistoryQuery => ({
        from: from ?? dayOf(new Date(Date.parse(to) - DEFAULT_DAYS * DAY_MS)),
        to,
      }),
    )
    .superRefine(({ from, to }, context) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      if (days < 0) context.addIssue({ code: 'custom', path: ['from'], message: 'must not be after to' });
      if (days > MAX_DAYS) {
        context.addIssue({
          code: 'custom',
          path: ['from'],
          message: `must be at most ${MAX_DAYS} days before to`,
        });
      }
    });
}

/** One point per day with a merge, oldest first. */
export const usageHistorySchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      ...totals,
      ...breakdowns,
      as_of: z.iso.datetime(),
      merge_id: z.string(),
    }),
  ),
});
export type UsageHistoryBody = z.output<typeof usageHistorySchema>;

export function usageHistoryBody(
  { from, to }: UsageHistoryQuery,
  points: readonly UsageOnDay[],
): UsageHistoryBody {
  return { from, to, days: points.map(usageOnDayBody) };
}

function usageOnDayBody({ day, usage, asOf, mergeId }: UsageOnDay): UsageHistoryBody['days'][number] {
  return { day, ...totalsBody(usage), ...breakdownsBody(usage), as_of: asOf, merge_id: mergeId };
}
