import { expect, it } from 'vitest';
import { DynamoDbLease } from '../../shared/adapters/dynamodb/lease.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { syncUnderWaySchema } from '../../shared/contracts/http/sync-now.ts';
import { syncRunSchema } from '../../shared/contracts/http/sync-runs.ts';
import { SYNC_LEASE_KEY } from '../../shared/contracts/ledger/lease-item.ts';
import { SYNC_LEASE_MS } from '../../shared/domain/sync-run.ts';
import type { HttpAnswer } from '../support/http-client.ts';
import { SyncNowWorld } from '../support/sync-now-world.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';

describeLedgerPort<SyncNowWorld>(
  'Sync now',
  {
    fake: () => new SyncNowWorld(),
    dynamoDb: (client, table) =>
      new SyncNowWorld({
        syncRuns: new DynamoDbSyncRunLog(client, table),
        lease: new DynamoDbLease(client, table, { key: SYNC_LEASE_KEY, durationMs: SYNC_LEASE_MS }),
      }),
  },
  (create) => {
    it('starts one run when many ask at once, and tells the others of it', async () => {
      const world = await create();
      const answers = await Promise.all(Array.from({ length: 6 }, () => world.call('POST /sync-now')));
      const accepted = answers.filter(({ status }) => status === 202);
      const refused = answers.filter(({ status }) => status === 409);
      expect([accepted.length, refused.length]).toEqual([1, 5]);
      const [id] = accepted.map(({ body }) => syncRunSchema.parse(body).id);
      expect(world.starter.started).toEqual([id]);
      expect(refused.map(runUnderWay)).toEqual(refused.map(() => id));
      expect((await world.syncRuns.list({ page: 1, perPage: 30 })).total).toBe(1);
    });
  },
);

function runUnderWay({ body }: HttpAnswer): string | undefined {
  return syncUnderWaySchema.parse(body).sync_run?.id;
}
