import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { BatchWriter } from '../../../../shared/adapters/dynamodb/batch-writer.ts';
import { queryAll } from '../../../../shared/adapters/dynamodb/query.ts';
import { DynamoDbUnitsMeter } from '../../../../shared/adapters/dynamodb/units-meter.ts';
import { describeOnEngine } from '../../../contract/describe-ledger-port.ts';
import { LEDGER_ENGINES } from '../../../support/engines/ledger-engines.ts';

/** Some more bytes than kilobytes, for the names and keys. */
function itemOf(kilobytes: number, sk = 'a') {
  return { pk: 'items', sk, text: 'x'.repeat(kilobytes * 1024 - 100) };
}

const KEY = { pk: 'items', sk: 'a' };

for (const engine of LEDGER_ENGINES) {
  describeOnEngine('the units of', engine, (newTable) => {
    async function metered() {
      const { client, table } = await newTable();
      return { client, table, meter: new DynamoDbUnitsMeter(client) };
    }

    it('a write are its kilobytes, begun ones included', async () => {
      const { client, table, meter } = await metered();
      await client.send(new PutCommand({ TableName: table, Item: itemOf(1) }));
      expect(meter.used()).toEqual({ read: 0, write: 1 });
      await client.send(new PutCommand({ TableName: table, Item: itemOf(3) }));
      expect(meter.used()).toEqual({ read: 0, write: 4 });
    });

    it('an update are those of the whole item', async () => {
      const { client, table, meter } = await metered();
      await client.send(new PutCommand({ TableName: table, Item: itemOf(3) }));
      const UpdateExpression = 'SET note = :note';
      const ExpressionAttributeValues = { ':note': 'short' };
      await client.send(
        new UpdateCommand({ TableName: table, Key: KEY, UpdateExpression, ExpressionAttributeValues }),
      );
      expect(meter.used().write).toBe(6);
    });

    it('a batch are those of its items, over as many requests as it takes', async () => {
      const { client, table, meter } = await metered();
      const items = Array.from({ length: 30 }, (_, number) => itemOf(2, `${number}`));
      await new BatchWriter(client, table).write(items.map((Item) => ({ PutRequest: { Item } })));
      expect(meter.used()).toEqual({ read: 0, write: 60 });
    });

    it('a query are its items by four kilobytes, whatever is asked of them, over all its replies', async () => {
      const { client, table, meter } = await metered();
      const items = Array.from({ length: 40 }, (_, number) => itemOf(40, `${number}`));
      await new BatchWriter(client, table).write(items.map((Item) => ({ PutRequest: { Item } })));
      const found = await queryAll(
        client,
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'items' },
          ProjectionExpression: 'sk',
          ConsistentRead: true,
        },
        (item) => item,
      );
      expect(found).toHaveLength(40);
      expect(meter.used().read).toBeGreaterThan(395);
      expect(meter.used().read).toBeLessThan(405);
    });

    it('a read are half as many when it may be a moment old', async () => {
      const { client, table, meter } = await metered();
      await client.send(new PutCommand({ TableName: table, Item: itemOf(1) }));
      await client.send(new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
      expect(meter.used().read).toBe(1);
      await client.send(new GetCommand({ TableName: table, Key: KEY }));
      await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'items' },
        }),
      );
      expect(meter.used().read).toBe(2);
    });
  });
}
