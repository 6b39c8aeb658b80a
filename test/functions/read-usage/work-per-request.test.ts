import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { readUsageRoutes } from '../../../functions/read-usage/routes.ts';
import { documentClientOf } from '../../../shared/adapters/aws-clients.ts';
import { DynamoDbUnitsMeter } from '../../../shared/adapters/dynamodb/units-meter.ts';
import { mergePorts } from '../../../shared/adapters/merge-ports.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import { Company } from '../../support/company.ts';
import { startDynalite } from '../../support/engines/dynalite.ts';
import type { Engine } from '../../support/engines/engine.ts';
import { createLedgerTable } from '../../support/engines/ledger-table.ts';
import { s3rverClient, startS3rver } from '../../support/engines/s3rver.ts';
import { Random } from '../../support/enterprise/random.ts';
import { httpClient } from '../../support/http-client.ts';
import { ENTERPRISE, ReadUsageWorld } from '../../support/read-usage-world.ts';

const SMALL = 600;
const LARGE = 6_000;

/** What one request had to read. */
interface Work {
  readonly s3Requests: number;
  readonly s3Bytes: number;
  readonly dynamoDbRequests: number;
  readonly dynamoDbUnits: number;
}

type Measured = (request: string) => Promise<Work>;

let dynamoDb: Engine;
let s3: Engine;
let works: Readonly<Record<typeof SMALL | typeof LARGE, Measured>>;

beforeAll(async () => {
  dynamoDb = await startDynalite();
  s3 = await startS3rver(...[SMALL, LARGE].map(bucketOf));
  works = { [SMALL]: await mergedCompany(SMALL), [LARGE]: await mergedCompany(LARGE) };
});

afterAll(async () => {
  await dynamoDb.stop();
  await s3.stop();
});

function bucketOf(people: number): string {
  return `people-${people}`;
}

it.each([
  ['the usage', 'GET /usage', 0],
  ['a page of people', 'GET /people?page=3&per_page=100', 2],
  ['people by a prefix that all have', 'GET /people?q=given-family-0', 6],
  ['one person by login', 'GET /people?q=given-family-000000501', 6],
  ['people by an address', 'GET /people?email=given.family.501@example.com', 0],
  ['a page of consumed licenses', `GET /enterprises/${ENTERPRISE}/consumed-licenses?page=4&per_page=100`, 2],
])('to answer for %s is the same work for ten times the people', async (_, request, mostS3Requests) => {
  const [small, large] = [await works[SMALL](request), await works[LARGE](request)];
  expect(large.s3Requests).toBeLessThanOrEqual(mostS3Requests);
  expect(large.s3Bytes).toBeLessThanOrEqual(1.5 * small.s3Bytes);
  expect([large.dynamoDbRequests, large.dynamoDbUnits]).toEqual([
    small.dynamoDbRequests,
    small.dynamoDbUnits,
  ]);
  expect(large.dynamoDbUnits).toBeLessThanOrEqual(4);
});

/** Merges a company of that size; returns what measures a request to a function that has just started. */
async function mergedCompany(people: number): Promise<Measured> {
  const [bucket, table] = [bucketOf(people), `ledger-${people}`];
  const documents = documentClientOf(await createLedgerTable(dynamoDb, table));
  const objects = s3rverClient(s3);
  const world = new ReadUsageWorld();
  const stores = () => mergePorts({ s3: objects, dynamoDb: documents }, { bucket, table, leaseMs: 60_000 });
  const ports = stores();
  for (const snapshot of new Company(people, new Random(1)).snapshots('2026-03-01T00:00:00.000Z')) {
    const ref = await ports.snapshots.save(snapshot);
    await ports.sources.register(ref, snapshot.kind === 'server' ? snapshot.instance : null);
  }
  const outcome = await mergeWithLease(ports, world.context, { wanted: [], mayRelyOnOthers: false });
  expect(outcome.kind).toBe('merged');
  const workSince = countWork(objects, documents);
  return async (request) => {
    const call = httpClient(readUsageRoutes({ ...world.readPorts, ...stores() }));
    workSince();
    expect((await call(request)).status).toBe(200);
    return workSince();
  };
}

/** What was requested since it was last asked. */
function countWork(s3: S3Client, dynamoDb: DynamoDBDocumentClient): () => Work {
  const counts = { s3Requests: 0, s3Bytes: 0, dynamoDbRequests: 0 };
  const meter = new DynamoDbUnitsMeter(dynamoDb);
  s3.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      counts.s3Requests++;
      counts.s3Bytes += answered.parse(answer.output).ContentLength;
      return answer;
    },
    { step: 'initialize' },
  );
  dynamoDb.middlewareStack.add(
    (next) => (args) => {
      counts.dynamoDbRequests++;
      return next(args);
    },
    { step: 'initialize' },
  );
  let last = { ...counts, dynamoDbUnits: meter.used().read };
  return () => {
    const now = { ...counts, dynamoDbUnits: meter.used().read };
    const work = {
      s3Requests: now.s3Requests - last.s3Requests,
      s3Bytes: now.s3Bytes - last.s3Bytes,
      dynamoDbRequests: now.dynamoDbRequests - last.dynamoDbRequests,
      dynamoDbUnits: now.dynamoDbUnits - last.dynamoDbUnits,
    };
    last = now;
    return work;
  };
}

const answered = z.object({ ContentLength: z.number() });
