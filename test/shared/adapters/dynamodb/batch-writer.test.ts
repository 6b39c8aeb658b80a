import type {
  BatchWriteCommandInput,
  DynamoDBDocumentClient,
  ServiceOutputTypes,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  BatchWriter,
  UnprocessedWritesError,
  waitMs,
} from '../../../../shared/adapters/dynamodb/batch-writer.ts';
import { DynamoDbPeopleLedger } from '../../../../shared/adapters/dynamodb/people-ledger.ts';
import { describeOnEngine } from '../../../contract/describe-ledger-port.ts';
import { ledgerPerson, personId, SHARD } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';
import { DYNALITE, LEDGER_ENGINES } from '../../../support/engines/ledger-engines.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const PEOPLE = Array.from({ length: 60 }, (_, number) => ledgerPerson(number));
const PLAN = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: PEOPLE, deletes: [] };

type Send = (input: BatchWriteCommandInput) => Promise<ServiceOutputTypes>;

/** Puts itself between the ledger and the engine, for every batch. */
function interceptBatches(
  client: DynamoDBDocumentClient,
  intercept: (input: BatchWriteCommandInput, send: Send) => Promise<ServiceOutputTypes>,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { input } = args;
      if (!isBatchWrite(input)) return next(args);
      const send: Send = async (changed) => (await next({ ...args, input: changed })).output;
      return { output: await intercept(input, send), response: {} };
    },
    { step: 'initialize', priority: 'high' },
  );
}

function isBatchWrite(input: object): input is BatchWriteCommandInput {
  return 'RequestItems' in input;
}

for (const engine of LEDGER_ENGINES) {
  describeOnEngine('batches of writes', engine, (newTable) => {
    it('are sent again until everything is processed', async () => {
      const { client, table } = await newTable();
      let batches = 0;
      interceptBatches(client, async (input, send) => {
        batches++;
        const requests = input.RequestItems?.[table] ?? [];
        const processed = Math.ceil(requests.length / 2);
        const output = await send({ RequestItems: { [table]: requests.slice(0, processed) } });
        if (processed === requests.length) return output;
        return { ...output, UnprocessedItems: { [table]: requests.slice(processed) } };
      });
      const ledger = new DynamoDbPeopleLedger(client, table);
      await ledger.apply(PLAN);
      expect((await ledger.readShard(SHARD)).map(({ id }) => id).sort()).toEqual(PEOPLE.map(({ id }) => id));
      expect(batches).toBeGreaterThan(3);
    });
  });
}

describeOnEngine('batches that are never processed', DYNALITE, (newTable) => {
  it('are given up as throttled, for the next merge to write', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // no wait
    const { client, table } = await newTable();
    interceptBatches(client, async ({ RequestItems: UnprocessedItems }) => ({
      UnprocessedItems,
      $metadata: {},
    }));
    const writer = new BatchWriter(client, table);
    const write = writer.write([{ DeleteRequest: { Key: { pk: 'people#a7', sk: 'x' } } }]);
    await expect(write).rejects.toThrow('DynamoDB left 1 of 1 writes out in 10 attempts');
    await expect(write).rejects.toBeInstanceOf(UnprocessedWritesError);
  });
});

describeOnEngine('what a plan is made of', DYNALITE, (newTable) => {
  it('is written look-ups first: no person is written before the last of them is', async () => {
    const { client, table } = await newTable();
    const underWay = new Set<string>();
    const kinds: string[] = [];
    interceptBatches(client, async (input, send) => {
      const [request] = input.RequestItems?.[table] ?? [];
      const key = String(request?.PutRequest?.Item?.pk ?? request?.DeleteRequest?.Key?.pk);
      const kind = key.replace(/#.*/, '');
      kinds.push(kind);
      const batch = `${kind} ${kinds.length}`;
      if (kind === 'people') expect([...underWay].filter((other) => other.startsWith('email'))).toEqual([]);
      underWay.add(batch);
      const output = await send(input);
      underWay.delete(batch);
      return output;
    });
    const lookups = PEOPLE.map(({ id }) => ({ email: email('shared@example.com'), personId: id }));
    await new DynamoDbPeopleLedger(client, table).apply({
      unsettles: [],
      lookupPuts: lookups,
      lookupDeletes: [{ email: email('former@example.com'), personId: personId(1) }],
      puts: PEOPLE,
      deletes: [personId(99)],
    });
    expect(kinds).toEqual(['email', 'email', 'email', 'people', 'people', 'people']);
  });

  it.each(['email', 'people'])(
    'leaves its note when it dies at the first write of %s items',
    async (dies) => {
      const { client, table } = await newTable();
      const [person] = PEOPLE;
      if (person === undefined) throw new Error('nobody is there');
      const unsettles = [{ id: person.id, lookupEmails: [email('after@example.com')] }];
      const lookupPuts = [{ email: email('after@example.com'), personId: person.id }];
      interceptBatches(client, async (input, send) => {
        if (JSON.stringify(input).includes(`"pk":"${dies}#`)) throw new Error('the process was killed');
        return send(input);
      });
      const ledger = new DynamoDbPeopleLedger(client, table);
      await expect(ledger.apply({ ...PLAN, unsettles, lookupPuts })).rejects.toThrow('killed');
      const notes = await ledger.readNotes();
      expect(notes.map(({ people }) => people)).toEqual([unsettles]);
      await ledger.removeNotes(notes);
      expect(await ledger.readNotes()).toEqual([]);
    },
  );

  it('is noted in items that DynamoDB takes, however many people it is about', async () => {
    const { client, table } = await newTable();
    const lookupEmails = Array.from({ length: 100 }, (_, number) => email(`address-${number}@example.com`));
    const unsettles = Array.from({ length: 400 }, (_, number) => ({ id: personId(number), lookupEmails }));
    const ledger = new DynamoDbPeopleLedger(client, table);
    interceptBatches(client, async (input, send) => {
      if (JSON.stringify(input).includes('"pk":"people#')) throw new Error('the process was killed');
      return send(input);
    });
    await expect(ledger.apply({ ...PLAN, unsettles })).rejects.toThrow('killed');
    const noted = (await ledger.readNotes()).flatMap(({ people }) => people);
    expect(new Set(noted.map(({ id }) => id)).size).toBe(400);
  });

  it('is nothing to send when nothing changed', async () => {
    const { client, table } = await newTable();
    interceptBatches(client, () => Promise.reject(new Error('nothing should be sent')));
    const nothing = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };
    await expect(new DynamoDbPeopleLedger(client, table).apply(nothing)).resolves.toBeUndefined();
  });
});

describe('the wait before an attempt', () => {
  it.each([
    [1, 50],
    [2, 100],
    [5, 800],
    [8, 5000],
    [100, 5000],
  ])('after attempt %i is at most %i ms', (attempt, longest) => {
    expect(waitMs(attempt, 1)).toBe(longest);
  });

  it('is spread evenly from nothing to the longest', () => {
    expect(waitMs(3, 0)).toBe(0);
    expect(waitMs(3, 0.5)).toBe(100);
  });
});
