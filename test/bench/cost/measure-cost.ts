import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import * as z from 'zod';
import { documentClientOf } from '../../../shared/adapters/aws-clients.ts';
import { DynamoDbLease } from '../../../shared/adapters/dynamodb/lease.ts';
import { DynamoDbPeopleLedger } from '../../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbUnitsMeter } from '../../../shared/adapters/dynamodb/units-meter.ts';
import { DynamoDbUsageLedger } from '../../../shared/adapters/dynamodb/usage-ledger.ts';
import { MERGE_LEASE_KEY } from '../../../shared/contracts/ledger/lease-item.ts';
import { UNSETTLED_PARTITION } from '../../../shared/contracts/ledger/unsettled-item.ts';
import type { LedgerUnits } from '../../../shared/domain/ledger-units.ts';
import { MERGE_LEASE_MS } from '../../../shared/merge/lease-keeper.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import type { MergePorts } from '../../../shared/ports.ts';
import { digestOf } from '../../../shared/runtime/fingerprint.ts';
import { Company } from '../../support/company.ts';
import { createLedgerTable } from '../../support/engines/ledger-table.ts';
import { Random } from '../../support/enterprise/random.ts';
import { MergeWorld } from '../../support/merge-world.ts';
import { Child } from '../child.ts';
import { writeCounts } from '../write-counts.ts';

/** What one merge was charged. */
export interface MergeCost {
  readonly people: number;
  /** Added, changed and removed. */
  readonly changed: number;
  /** People and look-ups put or deleted. */
  readonly items: number;
  /** Write units of these items alone. */
  readonly ownUnits: number;
  readonly units: LedgerUnits;
}

export interface CostMeasurements {
  readonly people: number;
  readonly seed: number;
  readonly first: MergeCost;
  /** After a week in which 1 % came, went or changed. */
  readonly week: MergeCost;
  /** Of the same usage, observed a day later. */
  readonly same: MergeCost;
}

const WEEKLY_CHURN = 1 / 100;
const DEADLINE_MS = 60 * 60 * 1000;

export async function measureCost(
  directory: string,
  people: number,
  seed: number,
): Promise<CostMeasurements> {
  const dynamodb = new Child({ file: 'dynamodb-process.ts', args: [join(directory, 'dynamodb')] });
  const { port } = await dynamodb.answer(z.object({ port: z.int() }));
  const engine = { endpoint: `http://127.0.0.1:${port}`, stop: () => dynamodb.stop() };
  const table = 'ledger';
  const client = documentClientOf(await createLedgerTable(engine, table));
  const ports = portsOn(client, table);
  const batches = countBatchUnits(client);
  const company = new Company(people, new Random(seed));
  const merge = async (observedAt: string): Promise<MergeCost> => {
    await observe(company, ports, observedAt);
    batches.units = 0;
    await dynamodb.ask({}, writeCounts);
    const { units, changed } = await mergeOnce(ports);
    const written = await dynamodb.ask({}, writeCounts);
    const items = written.people + written.peopleDeleted + written.lookups;
    return { people: company.size, changed, items, ownUnits: batches.units, units };
  };
  try {
    const first = await merge('2026-03-01T00:00:00.000Z');
    company.change(Math.round(people * WEEKLY_CHURN));
    const week = await merge('2026-03-08T00:00:00.000Z');
    const same = await merge('2026-03-09T00:00:00.000Z');
    return { people, seed, first, week, same };
  } finally {
    client.destroy();
    await engine.stop();
  }
}

/** The ledger in DynamoDB; what S3 keeps, in memory. */
function portsOn(client: DynamoDBDocumentClient, table: string): MergePorts {
  const { snapshots, reports, licenses, findings, changes, chargebacks, mergeRecords } = new MergeWorld();
  return {
    snapshots,
    reports,
    licenses,
    findings,
    changes,
    chargebacks,
    mergeRecords,
    sources: new DynamoDbSourceRegistry(client, table),
    people: new DynamoDbPeopleLedger(client, table),
    usage: new DynamoDbUsageLedger(client, table),
    lease: new DynamoDbLease(client, table, { key: MERGE_LEASE_KEY, durationMs: MERGE_LEASE_MS }),
    meter: new DynamoDbUnitsMeter(client),
  };
}

async function observe(company: Company, ports: MergePorts, observedAt: string): Promise<void> {
  for (const snapshot of company.snapshots(observedAt)) {
    const ref = await ports.snapshots.save(snapshot);
    await ports.sources.register(ref, snapshot.kind === 'server' ? snapshot.instance : null);
  }
}

async function mergeOnce(ports: MergePorts): Promise<Pick<MergeCost, 'changed' | 'units'>> {
  const before = await ports.usage.read();
  let units: LedgerUnits = { read: 0, write: 0 };
  const context = {
    now: Date.now,
    pause,
    deadlineMs: Date.now() + DEADLINE_MS,
    newId: ulid,
    digestOf,
  };
  const outcome = await mergeWithLease(ports, context, {
    wanted: [],
    mayRelyOnOthers: false,
    onCharged: (charged) => {
      units = charged;
    },
  });
  if (outcome.kind !== 'merged') throw new Error(`the merge is ${outcome.kind}`);
  const { mergeId, counts } = outcome.committed;
  const isNew = mergeId !== before?.mergeId;
  const changed = isNew ? counts.peopleAdded + counts.peopleChanged + counts.peopleRemoved : 0;
  return { changed, units };
}

/** `units` are those of people and look-ups alone, without those of what guards them. */
function countBatchUnits(client: DynamoDBDocumentClient): { units: number } {
  const batches = { units: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        const isOfNotes = JSON.stringify(args.input).includes(`"${UNSETTLED_PARTITION}"`);
        if (commandName === 'BatchWriteItemCommand' && !isOfNotes) {
          batches.units += consumedBatch.parse(answer.output);
        }
        return answer;
      },
    { step: 'initialize' },
  );
  return batches;
}

const consumedBatch = z
  .object({ ConsumedCapacity: z.array(z.object({ CapacityUnits: z.number() })) })
  .transform(({ ConsumedCapacity }) =>
    ConsumedCapacity.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0),
  );
