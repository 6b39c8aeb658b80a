import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { documentClientOf } from '../../shared/adapters/aws-clients.ts';
import type { Engine } from '../support/engines/engine.ts';
import { LEDGER_ENGINES } from '../support/engines/ledger-engines.ts';
import { createLedgerTable } from '../support/engines/ledger-table.ts';

interface Implementations<Port> {
  fake(): Port;
  dynamoDb(client: DynamoDBDocumentClient, table: string): Port;
}

/**
 * Runs one suite against the fake and against DynamoDB on every engine; `create` gives an empty ledger. An engine
 * that cannot run here is skipped with the reason in its name, or fails where CI is set.
 */
export function describeLedgerPort<Port>(
  port: string,
  { fake, dynamoDb }: Implementations<Port>,
  suite: (create: () => Promise<Port>) => void,
): void {
  describe(`${port} in memory`, () => suite(async () => fake()));

  for (const engine of LEDGER_ENGINES) {
    describeOnEngine(port, engine, (newTable) =>
      suite(async () => {
        const { client, table } = await newTable();
        return dynamoDb(client, table);
      }),
    );
  }
}

export interface LedgerTable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** Runs a suite on one engine; `newTable` gives an empty ledger table. */
export function describeOnEngine(
  subject: string,
  { name, missing, start }: (typeof LEDGER_ENGINES)[number],
  suite: (newTable: () => Promise<LedgerTable>) => void,
): void {
  const isSkipped = missing !== null && !process.env.CI;
  const title = isSkipped ? `${subject} on ${name}: SKIPPED. ${missing}` : `${subject} on ${name}`;
  describe.skipIf(isSkipped)(title, () => {
    let engine: Engine;
    let tables = 0;
    const clients: { destroy(): void }[] = [];
    beforeAll(async () => {
      engine = await start();
    });
    afterEach(() => {
      for (const client of clients.splice(0)) client.destroy();
    });
    afterAll(() => engine.stop());
    suite(async () => {
      const table = `ledger-${++tables}`;
      const client = await createLedgerTable(engine, table);
      clients.push(client);
      return { client: documentClientOf(client), table };
    });
  });
}
