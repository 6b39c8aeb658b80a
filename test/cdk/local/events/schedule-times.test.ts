import { describe, expect, it } from 'vitest';
import { scheduleOf, startTimer } from '../../../../cdk/local/events/schedule-times.ts';

describe('a schedule of EventBridge', () => {
  it.each([
    { expression: 'cron(0 5 ? * MON *)', next: '2026-03-02T05:00:00.000Z' },
    { expression: 'cron(0 5 ? * 1 *)', next: '2026-03-08T05:00:00.000Z' },
    { expression: 'cron(30 12 * * ? *)', next: '2026-03-01T12:30:00.000Z' },
    { expression: 'cron(0 0 1 JAN ? 2030)', next: '2030-01-01T00:00:00.000Z' },
  ])('$expression comes next, after a Sunday morning, at $next', ({ expression, next }) => {
    const schedule = scheduleOf(expression);
    if (schedule === null) throw new Error('no schedule');
    const timer = startTimer(schedule, () => {});
    const time = timer.nextRun(new Date('2026-03-01T08:00:00Z'));
    timer.stop();
    expect(time?.toISOString()).toBe(next);
  });

  it.each([
    { expression: 'rate(1 minute)', seconds: 60 },
    { expression: 'rate(12 hours)', seconds: 43_200 },
    { expression: 'rate(7 days)', seconds: 604_800 },
  ])('$expression comes every $seconds seconds', ({ expression, seconds }) => {
    expect(scheduleOf(expression)).toEqual({ kind: 'rate', seconds });
  });

  it.each([
    'rate(0 days)',
    'rate(1 week)',
    'cron(0 5 * * MON)',
    'cron(0 25 ? * MON *)',
    'at(2026-01-01)',
    '',
  ])('%j is none', (expression) => expect(scheduleOf(expression)).toBeNull());
});
