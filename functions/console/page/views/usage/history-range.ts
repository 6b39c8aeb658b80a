export const RANGES = ['quarter', 'year', 'ten-years'] as const;
export type Range = (typeof RANGES)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The API gives ten years at most. */
const DAYS: Readonly<Record<Range, number>> = { quarter: 90, year: 365, 'ten-years': 3650 };

/** `YYYY-MM-DD` in UTC, as days are counted. */
export function firstDayOf(range: Range, now: Date): string {
  return new Date(now.getTime() - DAYS[range] * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
