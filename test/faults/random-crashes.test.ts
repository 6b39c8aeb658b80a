import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IngestPorts, QueueMessage } from '../../functions/ingest-upload/ingest-upload.ts';
import { IngestWorld, redelivered, usersReport } from '../support/ingest-world.ts';

const HOSTS = ['ghes-a.example.com', 'ghes-b.example.com'];

interface Drop {
  readonly host: string;
  readonly ids: readonly number[];
  /** Minute of the observation. */
  readonly at: number;
}

const aDrop: fc.Arbitrary<Drop> = fc.record({
  host: fc.constantFrom(...HOSTS),
  ids: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
  at: fc.integer({ min: 1, max: 59 }),
});

interface Crashing {
  /** The port call that fails, and with it all that follow. */
  readonly after: number;
  /** Whether that call takes effect all the same. */
  readonly applied: boolean;
}

const aCrash: fc.Arbitrary<Crashing> = fc.record({ after: fc.nat(400), applied: fc.boolean() });

const drops = fc.uniqueArray(aDrop, { minLength: 1, maxLength: 5, selector: ({ at }) => at });

class Crash extends Error {
  override readonly name = 'Crash';
}

/** The ports of the world until the crash; from then on every call fails, as a killed process makes none. */
function crashing(world: IngestWorld, { after, applied }: Crashing): IngestPorts {
  let calls = 0;
  const guard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          calls++;
          if (calls < after) return method.apply(target, args);
          if (calls === after && applied) await method.apply(target, args);
          throw new Crash(`at call ${after}`);
        };
      },
    });
  return {
    sources: guard(world.sources),
    snapshots: guard(world.snapshots),
    people: guard(world.people),
    usage: guard(world.usage),
    lease: guard(world.lease),
    meter: world.meter,
    reports: guard(world.reports),
    licenses: guard(world.licenses),
    findings: guard(world.findings),
    changes: guard(world.changes),
    chargebacks: guard(world.chargebacks),
    mergeRecords: guard(world.mergeRecords),
    events: guard(world.events),
    told: guard(world.told),
    files: guard(world.files),
    uploads: guard(world.uploads),
  };
}

/** As told: the last state of every upload, and the last merge. */
async function assertTold(world: IngestWorld): Promise<void> {
  const uploads = world.events.sent.flatMap((event) => (event.kind === 'upload-ended' ? [event.upload] : []));
  const told = new Set(uploads.map(({ id, state }) => `${id} ${state}`));
  expect(world.outcomes().filter(({ id, state }) => !told.has(`${id} ${state}`))).toEqual([]);
  expect((await world.told.read())?.mergeId).toBe(world.usage.commits.at(-1)?.mergeId);
}

/** Delivers in the order given, each delivery crashing as told, then until nothing comes back. */
async function deliverAll(
  world: IngestWorld,
  messages: readonly QueueMessage[],
  crashes: readonly Crashing[],
): Promise<void> {
  let waiting = [...messages];
  for (const crash of crashes) {
    await world.deliverThrough(crashing(world, crash), ...waiting);
    // A process that died has acknowledged nothing.
    waiting = waiting.map(redelivered);
    // A lease whose holder died is free when it has expired.
    world.nowMs += 61_000;
  }
  while (waiting.length > 0) {
    const failed = await world.deliver(...waiting);
    waiting = waiting.filter(({ id }) => failed.includes(id)).map(redelivered);
  }
}

function content(world: IngestWorld) {
  const people = [...world.people.people.values()].map(({ id, digest, person }) => ({ id, digest, person }));
  const lookups = [...world.people.lookups].map(([address, ids]) => [address, [...ids].sort()] as const);
  return {
    people: people.sort((a, b) => (a.id < b.id ? -1 : 1)),
    lookups: lookups.filter(([, ids]) => ids.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    usage: world.usage.commits.at(-1)?.usage,
    days: [...world.usage.days.values()].map(({ day, usage }) => ({ day, usage })),
  };
}

test('crashes, repetition and disorder leave the ledger of the newest snapshots, and every upload its outcome, all of it told', async () => {
  await fc.assert(
    fc.asyncProperty(
      drops,
      fc.array(aCrash, { maxLength: 4 }),
      fc.context(),
      async (planned, crashes, log) => {
        const world = new IngestWorld();
        const messages = planned.map(({ host, ids, at }) =>
          world.drop(`uploads/${host}/all_users.csv`, usersReport(ids), { at }),
        );
        await deliverAll(world, [...messages, ...messages.slice(0, 1)], crashes);
        log.log(JSON.stringify(world.failures));

        const fresh = new IngestWorld();
        const newestPerHost = HOSTS.flatMap((host) => {
          const ofHost = planned.filter((drop) => drop.host === host).sort((a, b) => b.at - a.at);
          return ofHost.slice(0, 1);
        });
        for (const { host, ids, at } of newestPerHost) {
          await fresh.deliver(fresh.drop(`uploads/${host}/all_users.csv`, usersReport(ids), { at }));
        }
        expect(content(world)).toEqual(content(fresh));
        for (const { state } of world.outcomes()) expect(['merged', 'superseded']).toContain(state);
        expect(world.outcomes()).toHaveLength(planned.length);
        await assertTold(world);
      },
    ),
    { numRuns: 150 },
  );
});
