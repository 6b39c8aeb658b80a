import { expect, it } from 'vitest';
import { DynamoDbLease } from '../../shared/adapters/dynamodb/lease.ts';
import { MERGE_LEASE_KEY, SYNC_LEASE_KEY } from '../../shared/contracts/ledger/lease-item.ts';
import type { HeldLease, Lease } from '../../shared/ports.ts';
import { InMemoryLease } from '../support/fakes/in-memory-lease.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';

const NOW_MS = Date.parse('2026-03-01T00:00:00.000Z');
const LEASE_MS = 30_000;

async function acquired(lease: Lease, owner: string, nowMs = NOW_MS): Promise<HeldLease> {
  const held = await lease.acquire(owner, nowMs);
  if (held === null) throw new Error(`${owner} did not get the lease`);
  return held;
}

describeLedgerPort<Lease>(
  'Lease',
  {
    fake: () => new InMemoryLease(LEASE_MS),
    dynamoDb: (client, table) =>
      new DynamoDbLease(client, table, { key: SYNC_LEASE_KEY, durationMs: LEASE_MS }),
  },
  (create) => {
    it('is given to the first who asks', async () => {
      const lease = await create();
      expect(await lease.acquire('first', NOW_MS)).toEqual({
        owner: 'first',
        fence: 1,
        expiresAtMs: NOW_MS + LEASE_MS,
      });
    });

    it('is given to nobody else while it is held', async () => {
      const lease = await create();
      await acquired(lease, 'first');
      expect(await lease.acquire('second', NOW_MS + LEASE_MS - 1)).toBeNull();
    });

    it('is given to one of many who ask at once', async () => {
      const lease = await create();
      const owners = Array.from({ length: 8 }, (_, number) => `owner-${number}`);
      const held = await Promise.all(owners.map((owner) => lease.acquire(owner, NOW_MS)));
      expect(held.filter((one) => one !== null)).toHaveLength(1);
    });

    it('is given to another when it has expired, with a higher fence', async () => {
      const lease = await create();
      await acquired(lease, 'first');
      const second = await acquired(lease, 'second', NOW_MS + LEASE_MS);
      expect(second).toEqual({ owner: 'second', fence: 2, expiresAtMs: NOW_MS + 2 * LEASE_MS });
    });

    it('is given to another at once when it is released, and the fence never falls', async () => {
      const lease = await create();
      for (let fence = 1; fence <= 3; fence++) {
        const held = await acquired(lease, `owner-${fence}`);
        expect(held.fence).toBe(fence);
        await lease.release(held);
      }
    });

    it('is given to its owner again, whose first answer may have been lost', async () => {
      const lease = await create();
      await acquired(lease, 'first');
      expect((await acquired(lease, 'first')).fence).toBe(2);
    });

    it('is held longer when it is renewed', async () => {
      const lease = await create();
      const held = await acquired(lease, 'first');
      const renewed = await lease.renew(held, NOW_MS + 10_000);
      expect(renewed).toEqual({ ...held, expiresAtMs: NOW_MS + 10_000 + LEASE_MS });
      expect(await lease.acquire('second', NOW_MS + LEASE_MS)).toBeNull();
    });

    it('may be renewed late, as long as nobody else has taken it', async () => {
      const lease = await create();
      const held = await acquired(lease, 'first');
      expect(await lease.renew(held, NOW_MS + 2 * LEASE_MS)).toEqual({
        ...held,
        expiresAtMs: NOW_MS + 3 * LEASE_MS,
      });
    });

    it('is lost to the one who takes it: the former holder can neither renew nor release it', async () => {
      const lease = await create();
      const first = await acquired(lease, 'first');
      const second = await acquired(lease, 'second', NOW_MS + LEASE_MS);
      expect(await lease.renew(first, NOW_MS + LEASE_MS)).toBeNull();
      await lease.release(first);
      expect(await lease.acquire('third', NOW_MS + LEASE_MS)).toBeNull();
      expect(await lease.renew(second, NOW_MS + LEASE_MS)).not.toBeNull();
    });

    it('is lost to an earlier hold of the same owner', async () => {
      const lease = await create();
      const earlier = await acquired(lease, 'first');
      await acquired(lease, 'first', NOW_MS + LEASE_MS);
      expect(await lease.renew(earlier, NOW_MS + LEASE_MS)).toBeNull();
    });

    it('tells who holds it', async () => {
      const lease = await create();
      expect(await lease.holder(NOW_MS)).toBeNull();
      await acquired(lease, 'first');
      expect(await lease.holder(NOW_MS)).toBe('first');
      expect(await lease.holder(NOW_MS + LEASE_MS - 1)).toBe('first');
    });

    it('has no holder once it has expired', async () => {
      const lease = await create();
      await acquired(lease, 'first');
      expect(await lease.holder(NOW_MS + LEASE_MS)).toBeNull();
    });

    it('has no holder once it is released', async () => {
      const lease = await create();
      await lease.release(await acquired(lease, 'first'));
      expect(await lease.holder(NOW_MS)).toBeNull();
    });

    it('cannot be renewed once it is released', async () => {
      const lease = await create();
      const held = await acquired(lease, 'first');
      await lease.release(held);
      expect(await lease.renew(held, NOW_MS)).toBeNull();
    });
  },
);

interface Leases {
  readonly merge: Lease;
  readonly sync: Lease;
}

describeLedgerPort<Leases>(
  'The leases of merges and of syncs',
  {
    fake: () => ({ merge: new InMemoryLease(LEASE_MS), sync: new InMemoryLease(LEASE_MS) }),
    dynamoDb: (client, table) => ({
      merge: new DynamoDbLease(client, table, { key: MERGE_LEASE_KEY, durationMs: LEASE_MS }),
      sync: new DynamoDbLease(client, table, { key: SYNC_LEASE_KEY, durationMs: LEASE_MS }),
    }),
  },
  (create) => {
    it('are independent of each other', async () => {
      const { merge, sync } = await create();
      const held = await acquired(merge, 'a-merge');
      expect((await acquired(sync, 'a-sync')).fence).toBe(1);
      await merge.release(held);
      expect([await merge.holder(NOW_MS), await sync.holder(NOW_MS)]).toEqual([null, 'a-sync']);
    });
  },
);
