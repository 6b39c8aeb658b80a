import { Cron } from 'croner';

/** The times of a schedule, in UTC. Those of a rate count from its start. */
export type Schedule =
  | { readonly kind: 'cron'; readonly pattern: string }
  | { readonly kind: 'rate'; readonly seconds: number };

const SECONDS_PER_UNIT: Readonly<Record<string, number | undefined>> = {
  minute: 60,
  hour: 60 * 60,
  day: 24 * 60 * 60,
};

/** Sunday is 1, as in EventBridge. */
const EVENTBRIDGE_CRON = { mode: '7-part', alternativeWeekdays: true, timezone: 'UTC' } as const;

/**
 * Null for what is no schedule expression of EventBridge.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function scheduleOf(expression: string): Schedule | null {
  const [, value, unit = ''] = /^rate\(([1-9]\d*) ([a-z]+?)s?\)$/.exec(expression) ?? [];
  const seconds = Number(value) * (SECONDS_PER_UNIT[unit] ?? Number.NaN);
  if (!Number.isNaN(seconds)) return { kind: 'rate', seconds };
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  if (fields.length !== 6) return null;
  // Croner has seconds in front; `?` leaves the day to the other field that tells one, as `*` does there.
  const pattern = ['0', ...fields.map((field) => (field === '?' ? '*' : field))].join(' ');
  return isCronPattern(pattern) ? { kind: 'cron', pattern } : null;
}

/** Calls `run` at each of the times until it is stopped. */
export function startTimer(schedule: Schedule, run: () => void): Cron {
  if (schedule.kind === 'cron') return new Cron(schedule.pattern, EVENTBRIDGE_CRON, run);
  const { seconds: interval } = schedule;
  return new Cron('* * * * * *', { interval, startAt: new Date(Date.now() + interval * 1000) }, run);
}

function isCronPattern(pattern: string): boolean {
  try {
    new Cron(pattern, { ...EVENTBRIDGE_CRON, paused: true });
    return true;
  } catch {
    return false;
  }
}
