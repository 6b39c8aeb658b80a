import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { DynamoDbAuditTrail } from '../../shared/adapters/dynamodb/audit-trail.ts';
import type { AuditTrail } from '../../shared/audit-ports.ts';
import { AUDIT_ACTIONS } from '../../shared/domain/audit.ts';
import { LEDGER_ENGINES } from '../support/engines/ledger-engines.ts';
import { InMemoryAuditTrail } from '../support/fakes/in-memory-audit-trail.ts';
import { describeLedgerPort, describeOnEngine } from './describe-ledger-port.ts';

/** Each a second later than the one before. */
function orderOf(number: number) {
  return { by: `owner-${number}`, now: new Date(Date.UTC(2026, 2, 1, 0, 0, number)) };
}

describeLedgerPort<AuditTrail>(
  'AuditTrail',
  {
    fake: () => new InMemoryAuditTrail(),
    dynamoDb: (client, table) => new DynamoDbAuditTrail(client, table, ulid),
  },
  (create) => {
    it('is empty at first', async () => {
      expect(await (await create()).list({ page: 1, perPage: 30 })).toEqual({ items: [], total: 0 });
    });

    it('gives every kind of act back with who did it and when, newest first', async () => {
      const trail = await create();
      for (const [number, action] of AUDIT_ACTIONS.entries()) {
        await trail.record(orderOf(number), { action, target: `target-${number}` });
      }
      const { items, total } = await trail.list({ page: 1, perPage: 100 });
      expect(total).toBe(AUDIT_ACTIONS.length);
      expect(items.map(({ id: _, ...entry }) => entry)).toEqual(
        AUDIT_ACTIONS.map((action, number) => ({
          action,
          target: `target-${number}`,
          by: orderOf(number).by,
          at: orderOf(number).now.toISOString(),
        })).reverse(),
      );
    });

    it('keeps the same act as often as it is done, in numbered pages', async () => {
      const trail = await create();
      const act = { action: 'sync-now', target: 'one' } as const;
      for (const number of [1, 1, 2]) await trail.record(orderOf(number), act);
      const { items: first, total } = await trail.list({ page: 1, perPage: 2 });
      const { items: second } = await trail.list({ page: 2, perPage: 2 });
      expect([first.length, second.length, total]).toEqual([2, 1, 3]);
      expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(3);
    });
  },
);

describe.each(LEDGER_ENGINES)('an entry', (engine) => {
  describeOnEngine('AuditTrail', engine, (newTable) => {
    it('is never replaced, be it by one of the same id', async () => {
      const { client, table } = await newTable();
      const trail = new DynamoDbAuditTrail(client, table, () => '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB');
      await trail.record(orderOf(1), { action: 'sync-now', target: 'first' });
      await expect(trail.record(orderOf(2), { action: 'sync-now', target: 'second' })).rejects.toThrow();
      const { items } = await trail.list({ page: 1, perPage: 30 });
      expect(items).toMatchObject([{ by: 'owner-1', target: 'first' }]);
    });
  });
});
