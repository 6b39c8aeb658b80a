import { expect, it } from 'vitest';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import type { Usage } from '../../shared/domain/usage.ts';
import type { UsageLedger } from '../../shared/ports.ts';
import { host } from '../support/accounts.ts';
import { InMemoryUsageLedger } from '../support/fakes/in-memory-usage-ledger.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { committedUsage, USAGE, usageOnDay } from './samples.ts';

const EARLIER = '2026-03-01T06:00:00.000Z';
const NOON = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T18:00:00.000Z';

describeLedgerPort<UsageLedger>(
  'UsageLedger',
  {
    fake: () => new InMemoryUsageLedger(),
    dynamoDb: (client, table) => new DynamoDbUsageLedger(client, table),
  },
  (create) => {
    it('has no usage before the first merge', async () => {
      expect(await (await create()).read()).toBeNull();
    });

    it.each([
      ['with everything', committedUsage()],
      [
        "without GitHub's own totals",
        committedUsage({ usage: { ...USAGE, github: { seatsConsumed: null, seatsPurchased: null } } }),
      ],
    ])('gives back usage %s as committed', async (_, usage) => {
      const ledger = await create();
      expect(await ledger.commit(usage, 1)).toBe(true);
      expect(await ledger.read()).toEqual(usage);
    });

    it('lets the holder of a lease commit more than once', async () => {
      const ledger = await create();
      await ledger.commit(committedUsage({ generation: 1 }), 7);
      expect(await ledger.commit(committedUsage({ generation: 2 }), 7)).toBe(true);
      expect((await ledger.read())?.generation).toBe(2);
    });

    it('refuses a holder whose lease another has taken and committed under', async () => {
      const ledger = await create();
      await ledger.commit(committedUsage({ mergeId: 'of the second holder', generation: 1 }), 8);
      const late = committedUsage({ mergeId: 'of the first holder', generation: 2 });
      expect(await ledger.commit(late, 7)).toBe(false);
      expect((await ledger.read())?.mergeId).toBe('of the second holder');
      const next = committedUsage({ mergeId: 'of the third holder', generation: 2 });
      expect(await ledger.commit(next, 9)).toBe(true);
    });

    it('refuses a holder who did not see what the one before committed late', async () => {
      const ledger = await create();
      await ledger.commit(committedUsage({ mergeId: 'both began with this', generation: 1 }), 6);
      await ledger.commit(committedUsage({ mergeId: 'of the first holder', generation: 2 }), 7);
      const second = committedUsage({ mergeId: 'of the second holder', generation: 2 });
      expect(await ledger.commit(second, 8)).toBe(false);
      expect((await ledger.read())?.mergeId).toBe('of the first holder');
      expect(await ledger.commit({ ...second, generation: 3 }, 8)).toBe(true);
    });

    it('takes the same commit again: the reply to the first attempt may have been lost', async () => {
      const ledger = await create();
      const usage = committedUsage({ generation: 3 });
      expect(await ledger.commit(usage, 7)).toBe(true);
      expect(await ledger.commit(usage, 7)).toBe(true);
      expect(await ledger.read()).toEqual(usage);
    });

    it.each([
      ['a later observation', { mergeId: 'new', asOf: LATER }, 'new'],
      ['another merge of the same observations', { mergeId: 'new', asOf: NOON }, 'new'],
      ['an earlier observation', { mergeId: 'new', asOf: EARLIER }, 'known'],
      ['the same merge again', { mergeId: 'known', asOf: LATER }, 'known'],
    ])('after %s has as the point of the day the right one', async (_, change, expected) => {
      const ledger = await create();
      const known = usageOnDay('2026-03-01', { mergeId: 'known', asOf: NOON });
      const candidate = { ...known, ...change };
      await ledger.recordDay(known, 1);
      await ledger.recordDay(candidate, 2);
      expect(await ledger.history('2026-03-01', '2026-03-01')).toEqual([
        expected === 'new' ? candidate : known,
      ]);
    });

    it('keeps the point of a day from a merge that was before, and comes late to record it', async () => {
      const ledger = await create();
      const point = usageOnDay('2026-03-01', { mergeId: 'of the second holder', asOf: NOON });
      await ledger.recordDay(point, 2);
      await ledger.recordDay({ ...point, mergeId: 'of the first holder' }, 1);
      expect(await ledger.history('2026-03-01', '2026-03-01')).toEqual([point]);
    });

    it('tells the history from one day to another, both included, oldest first', async () => {
      const ledger = await create();
      for (const day of ['2026-03-05', '2026-02-27', '2026-03-01', '2026-03-03']) {
        await ledger.recordDay(usageOnDay(day), 1);
      }
      expect(await ledger.history('2026-03-01', '2026-03-05')).toEqual(
        ['2026-03-01', '2026-03-03', '2026-03-05'].map((day) => usageOnDay(day)),
      );
      expect(await ledger.history('2026-03-05', '2026-03-01')).toEqual([]);
    });

    it('tells a history longer than fits into one reply', async () => {
      const ledger = await create();
      const days = Array.from({ length: 24 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
      const points = days.map((day) => usageOnDay(day, { usage: usageOf50Kilobytes() }));
      for (const point of points) await ledger.recordDay(point, 1);
      expect(await ledger.history('2026-03-01', '2026-03-31')).toEqual(points);
    });
  },
);

function usageOf50Kilobytes(): Usage {
  const byInstance = Array.from({ length: 200 }, (_, number) => ({
    hostName: host(`ghe-${number}.${'x'.repeat(200)}.example.com`),
    accounts: 1,
    people: 1,
    consumed: 1,
  }));
  return { ...USAGE, byInstance };
}
