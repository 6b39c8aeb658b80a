import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateEnterprise } from '../support/enterprise/enterprise.ts';
import { enterpriseFiles } from '../support/enterprise/files.ts';
import { FaultWorld } from '../support/fault-world.ts';
import type { IngestChild } from '../support/ingest-child.ts';

/** The users reports of two instances that share people. */
const REPORTS = enterpriseFiles(generateEnterprise({ people: 200, seed: 7 }))
  .filter(({ name }) => name === 'all_users.csv')
  .slice(0, 2);

const REPETITIONS = 5;

let world: FaultWorld;
let children: readonly [IngestChild, IngestChild];

beforeAll(async () => {
  world = await FaultWorld.start(REPETITIONS + 1);
  children = [world.newChild(), world.newChild()];
});

afterAll(async () => {
  for (const child of children) await child.stop();
  await world.stop();
});

test('two uploads at the same instant are both merged, and nothing is lost', async () => {
  const oneByOne = await world.newStores();
  for (const message of await oneByOne.drop(REPORTS)) {
    await children[0].ingest({ ...oneByOne.names, messages: [message] });
  }
  const expected = peopleAndUsage(await oneByOne.content());
  expect(expected.length).toBeGreaterThan(100);

  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const stores = await world.newStores();
    const messages = await stores.drop(REPORTS);
    const answers = await Promise.all(
      messages.map((message, index) => children[index]?.ingest({ ...stores.names, messages: [message] })),
    );
    expect(answers).toEqual([
      { failed: [], errors: [] },
      { failed: [], errors: [] },
    ]);
    const content = await stores.content();
    expect(content.filter(({ pk }) => pk === 'upload')).toMatchObject([
      { state: 'merged' },
      { state: 'merged' },
    ]);
    expect(peopleAndUsage(content)).toEqual(expected);
  }
});

/**
 * Who the people are and what they consume now. Which merge was first decides the rest: dates of first sight,
 * generations, counts, and whether the day of the older report has a point of its own.
 */
function peopleAndUsage(content: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  return content
    .filter(({ pk }) => pk !== 'upload' && pk !== 'usage-history')
    .map(({ pk, sk, person, usage, snapshots }) => ({ pk, sk, person, usage, snapshots }));
}
