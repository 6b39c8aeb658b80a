import { describe, expect, test, vi } from 'vitest';
import { checkSyncAge, type SyncAge } from '../../../functions/check-sync-age/check-sync-age.ts';
import { handler } from '../../../functions/check-sync-age/handler.ts';
import { syncAgeObserver } from '../../../functions/check-sync-age/sync-age-observer.ts';
import type { SyncAttempt } from '../../../shared/ports.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { createMetrics } from '../../../shared/runtime/metrics.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { InMemorySourceRegistry } from '../../support/fakes/in-memory-source-registry.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const NOW_MS = Date.parse('2026-03-20T12:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** An attempt so many days ago. */
function attempt(daysAgo: number, failure: SyncAttempt['failure'] = null): SyncAttempt {
  const attemptedAt = new Date(NOW_MS - daysAgo * DAY_MS).toISOString();
  return { runId: `run-${daysAgo}`, attemptedAt, failure, observedAt: null };
}

async function check(attempts: Readonly<Record<string, readonly SyncAttempt[]>>, off: readonly string[]) {
  const sources = new InMemorySourceRegistry();
  for (const [name, list] of Object.entries(attempts)) {
    for (const one of list) await sources.noteSync(`server:${name}`, one);
    await sources.setAutomaticSync(`server:${name}`, !off.includes(name));
  }
  const found = { overdue: [] as SyncAge[], oldest: [] as SyncAge[] };
  await checkSyncAge(sources, NOW_MS, {
    overdue: (age) => found.overdue.push(age),
    oldest: (age) => found.oldest.push(age),
  });
  return {
    oldest: found.oldest.map(({ source, days }) => `${source} ${days}`),
    overdue: found.overdue.map(({ source }) => source),
  };
}

describe('the age of syncs', () => {
  test.each([
    ['of sources that are synced each week', { a: [attempt(7)], b: [attempt(0.5)] }, [], 'server:a 7', []],
    [
      'of one that failed since its last good sync',
      { a: [attempt(9), attempt(2, 'held')] },
      [],
      'server:a 9',
      ['server:a'],
    ],
    [
      'of one that never was good, since the first attempt',
      { a: [attempt(15, 'forbidden'), attempt(1, 'forbidden')] },
      [],
      'server:a 15',
      ['server:a'],
    ],
    ['at eight days, which is not yet too long', { a: [attempt(8)] }, [], 'server:a 8', []],
    [
      'of all that are overdue, the oldest first',
      { a: [attempt(9)], b: [attempt(30)] },
      [],
      'server:b 30',
      ['server:b', 'server:a'],
    ],
    [
      'of one that is switched off, which does not count',
      { a: [attempt(30)], b: [attempt(1)] },
      ['a'],
      'server:b 1',
      [],
    ],
    ['of one whose attempt was noted by a clock ahead', { a: [attempt(-1)] }, [], 'server:a 0', []],
  ] as const)('%s', async (_, attempts, off, oldest, overdue) => {
    expect(await check(attempts, off)).toEqual({ oldest: [oldest], overdue });
  });

  test.each([
    ['no source', {}, []],
    ['no source that a sync has asked', { a: [] }, []],
    ['no source with automatic sync on', { a: [attempt(30)] }, ['a']],
  ] as const)('of %s is not told', async (_, attempts, off) => {
    expect(await check(attempts, off)).toEqual({ oldest: [], overdue: [] });
  });
});

test('it is counted in days, and who is overdue is named in the log', () => {
  const output = captureOutput();
  const observer = syncAgeObserver(createLogger('check-sync-age'), createMetrics('check-sync-age'));
  const age = { source: 'server:ghes-a', days: 9.25 } as const;
  observer.overdue(age);
  observer.oldest(age);
  expect(output.lines()).toMatchObject([
    { level: 'WARN', source: 'server:ghes-a', days: 9.25 },
    { DaysSinceLastSync: 9.25 },
  ]);
});

test('the handler is exported with its middleware, and names what is missing in its environment', async () => {
  vi.stubEnv('TABLE_NAME', undefined);
  const output = captureOutput();
  await expect(handler({}, LAMBDA_CONTEXT)).rejects.toThrow('TABLE_NAME (missing)');
  expect(output.lines()).toMatchObject([{ service: 'check-sync-age', outcome: 'failed' }]);
});
