import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SyncPorts } from '../../functions/sync/sync-context.ts';
import { DynamoDbLease } from '../../shared/adapters/dynamodb/lease.ts';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import { DynamoDbUnitsMeter } from '../../shared/adapters/dynamodb/units-meter.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { MERGE_LEASE_KEY, SYNC_LEASE_KEY } from '../../shared/contracts/ledger/lease-item.ts';
import { SYNC_LEASE_MS } from '../../shared/domain/sync-run.ts';
import { MERGE_LEASE_MS } from '../../shared/merge/lease-keeper.ts';
import { describeOnEngine, type LedgerTable } from '../contract/describe-ledger-port.ts';
import { LEDGER_ENGINES } from '../support/engines/ledger-engines.ts';
import { mortalPorts } from '../support/mortal-ports.ts';
import { companyWorld, manual, type SyncWorld, weekly } from '../support/sync-world.ts';

/** Of a process of its own: what DynamoDB keeps is shared with others, and so are GitHub and the snapshots. */
function processOn({ client, table }: LedgerTable, world: SyncWorld): SyncPorts {
  const { connections, snapshots, reports, licenses, findings, changes, chargebacks, mergeRecords, events } =
    world;
  return {
    connections,
    snapshots,
    reports,
    licenses,
    findings,
    changes,
    chargebacks,
    mergeRecords,
    events,
    told: new DynamoDbToldUsageLog(client, table),
    sources: new DynamoDbSourceRegistry(client, table),
    people: new DynamoDbPeopleLedger(client, table),
    usage: new DynamoDbUsageLedger(client, table),
    meter: new DynamoDbUnitsMeter(client),
    lease: new DynamoDbLease(client, table, { key: MERGE_LEASE_KEY, durationMs: MERGE_LEASE_MS }),
    runs: new DynamoDbSyncRunLog(client, table),
    syncLease: new DynamoDbLease(client, table, { key: SYNC_LEASE_KEY, durationMs: SYNC_LEASE_MS }),
  };
}

for (const engine of LEDGER_ENGINES) {
  describeOnEngine('Syncs', engine, (newTable) => {
    test('at once: of two weekly ones, one works after the other', async () => {
      const table = await newTable();
      const world = companyWorld();
      world.pause = () => pause(5);
      const requests = [weekly(1), weekly(2)];
      const runs = await Promise.all(requests.map((request) => world.run(request, processOn(table, world))));
      expect(runs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
      const { asked } = world.github;
      const [first, second] = [asked.slice(0, asked.length / 2), asked.slice(asked.length / 2)];
      expect(new Set(first)).toEqual(new Set(second));
      expect(first).toHaveLength(new Set(first).size);
    });

    test('at once: of two manual ones one works, and the other says that it was not started', async () => {
      const table = await newTable();
      const world = companyWorld();
      const requests = [manual(1), manual(2)];
      await Promise.all(requests.map((request) => world.run(request, processOn(table, world))));
      const { runs } = processOn(table, world);
      const stored = await Promise.all(requests.map(({ runId }) => runs.get(runId)));
      expect(stored.map((run) => run?.failure ?? run?.state).sort()).toEqual(['not-started', 'succeeded']);
      expect(new Set(world.github.asked).size).toBe(world.github.asked.length);
    });

    // The first ends with the lease in hand, the others while it pulls and while it merges.
    test.each([2, 12, 40, 100])(
      'killed after %i calls of its stores keeps others waiting for two minutes, and no longer',
      async (calls) => {
        const table = await newTable();
        const world = companyWorld();
        const process = processOn(table, world);
        const killedAtMs = world.nowMs;
        await expect(world.run(weekly(1), mortalPorts(process, calls))).rejects.toThrow('killed');
        expect(await process.syncLease.holder(world.nowMs)).toBe(weekly(1).runId);

        world.nowMs = killedAtMs + SYNC_LEASE_MS - 1;
        expect(await world.run(manual(1), process)).toMatchObject({ failure: 'not-started' });
        world.nowMs = killedAtMs + SYNC_LEASE_MS;
        expect(await world.run(manual(2), process)).toMatchObject({ state: 'succeeded' });
        expect((await process.usage.read())?.usage).toMatchObject({ people: 5 });
      },
    );

    test('killed keeps a weekly one waiting, which begins when the two minutes are over', async () => {
      const table = await newTable();
      const world = companyWorld();
      const process = processOn(table, world);
      const killedAtMs = world.nowMs;
      await expect(world.run(manual(1), mortalPorts(process, 12))).rejects.toThrow('killed');
      const run = await world.run(weekly(1), process);
      expect(run).toMatchObject({
        state: 'succeeded',
        startedAt: new Date(killedAtMs + SYNC_LEASE_MS).toISOString(),
      });
    });
  });
}
