import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueueMessage } from '../../functions/ingest-upload/ingest-upload.ts';
import { generateEnterprise } from '../support/enterprise/enterprise.ts';
import { type EnterpriseFile, enterpriseFiles } from '../support/enterprise/files.ts';
import { FaultWorld, type Stores } from '../support/fault-world.ts';
import type { IngestChild } from '../support/ingest-child.ts';

/** Replays another choice of kill points: FAULTS_SEED=7 npx vitest run test/faults */
const SEED = Number(process.env.FAULTS_SEED ?? 20260301);

/** Drawn by the seed, besides the first and the last three moments and those around the commit. */
const DRAWN_KILLS = 20;

const ENTERPRISE = enterpriseFiles(generateEnterprise({ people: 150, seed: SEED }));
/** Merged before the ingest that is killed, so that people are added, changed and removed by it. */
const BEFORE = ENTERPRISE.filter((file) => file.observedDaysAgo > 1);
const KILLED = ENTERPRISE.filter((file) => file.observedDaysAgo <= 1);

let world: FaultWorld;
let survivor: IngestChild;

beforeAll(async () => {
  world = await FaultWorld.start(64);
  survivor = world.newChild();
});

afterAll(async () => {
  await survivor.stop();
  await world.stop();
});

async function storesBefore(): Promise<Stores> {
  const stores = await world.newStores();
  await ingestWholly(stores, await stores.drop(BEFORE));
  return stores;
}

/** Delivers what failed or went unanswered again until nothing is left, as the queue does. */
async function ingestWholly(stores: Stores, messages: readonly QueueMessage[]): Promise<void> {
  let waiting = messages;
  for (let delivery = 0; waiting.length > 0; delivery++) {
    if (delivery === 5) throw new Error(`${waiting.length} messages keep coming back`);
    const answer = await survivor.ingest({ ...stores.names, messages: waiting });
    if (answer === null) throw new Error('the process that should survive has ended');
    const failed = waiting.filter(({ id }) => answer.failed.includes(id));
    waiting = failed.map((message) => ({ ...message, receiveCount: message.receiveCount + 1 }));
  }
}

/** Ingests in a process that is killed at the moment given: every request has two, before and after it is served. */
async function ingestKilled(
  stores: Stores,
  files: readonly EnterpriseFile[],
  killAt: number,
): Promise<boolean> {
  const messages = await stores.drop(files);
  const victim = world.newChild();
  let moment = 0;
  world.listener = () => {
    if (++moment === killAt) victim.kill();
  };
  const answer = await victim.ingest({ ...stores.names, messages });
  world.listener = () => undefined;
  await victim.stop();
  await ingestWholly(
    stores,
    messages.map((message) => ({ ...message, receiveCount: 2 })),
  );
  return answer === null;
}

/** The moments of an ingest that nobody disturbs, and the ledger it leaves. */
async function undisturbed(): Promise<{ moments: string[]; content: unknown[] }> {
  const stores = await storesBefore();
  const moments: string[] = [];
  const messages = await stores.drop(KILLED);
  world.listener = (moment, target) => moments.push(`${moment} ${target}`);
  await ingestWholly(stores, messages);
  world.listener = () => undefined;
  return { moments, content: await stores.content() };
}

function killPoints(moments: readonly string[]): number[] {
  const last = moments.length;
  // The usage item and the day are the last two items put before the uploads are concluded.
  const commit = moments.findLastIndex((moment) => moment.includes('BatchWriteItem')) + 1;
  const chosen = [1, 2, 3, last - 2, last - 1, last];
  for (let around = commit; around <= commit + 8; around++) chosen.push(around);
  const drawn = fc.sample(fc.integer({ min: 1, max: last }), { seed: SEED, numRuns: DRAWN_KILLS });
  return [...new Set([...chosen, ...drawn])].filter((point) => point <= last).sort((a, b) => a - b);
}

describe('a process killed during an ingest', () => {
  test(`leaves what the next delivery completes, wherever it is killed (FAULTS_SEED=${SEED})`, async () => {
    const { moments, content } = await undisturbed();
    const points = killPoints(moments);
    expect(points.length).toBeGreaterThanOrEqual(25);
    let kills = 0;
    for (const point of points) {
      const stores = await storesBefore();
      if (await ingestKilled(stores, KILLED, point)) kills++;
      const place = `killed at moment ${point} of ${moments.length}, ${moments[point - 1]}`;
      expect({ place, content: await stores.content() }).toEqual({ place, content });
    }
    // A kill at the very end may come after the answer; all others hit the process at work.
    expect(kills).toBeGreaterThanOrEqual(25);
  }, 600_000);
});
