import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { LEDGER_TABLE } from '../../../shared/adapters/dynamodb/ledger-table.ts';
import { type Engine, engineClientConfig } from './engine.ts';

/** A client of the engine, with a new table of the ledger's keys. */
export async function createLedgerTable(engine: Engine, tableName = 'ledger'): Promise<DynamoDBClient> {
  const client = new DynamoDBClient(engineClientConfig(engine));
  await client.send(new CreateTableCommand({ TableName: tableName, ...LEDGER_TABLE }));
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05 }, { TableName: tableName });
  return client;
}
