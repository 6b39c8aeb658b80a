import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableStatus,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';

/** DynamoDB makes a table in a few seconds. */
const MAX_WAIT_SECONDS = 120;

/** How the table is made. */
export const LEDGER_TABLE = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const satisfies Omit<CreateTableCommandInput, 'TableName'>;

/** Makes the table of the ledger, with its keys, unless it is there. Returns whether it was made. */
export async function ensureLedgerTable(client: DynamoDBClient, tableName: string): Promise<boolean> {
  const waiting = { client, maxWaitTime: MAX_WAIT_SECONDS, minDelay: 1 };
  const status = await statusOf(client, tableName);
  // Who has just deleted the table is told of it until it is gone.
  if (status === 'DELETING') await waitUntilTableNotExists(waiting, { TableName: tableName });
  else if (status !== null) return false;
  await client.send(new CreateTableCommand({ TableName: tableName, ...LEDGER_TABLE }));
  await waitUntilTableExists(waiting, { TableName: tableName });
  return true;
}

/** Null where there is no such table. */
async function statusOf(client: DynamoDBClient, tableName: string): Promise<TableStatus | null | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}
