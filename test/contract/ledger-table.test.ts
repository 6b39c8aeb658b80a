import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { ensureLedgerTable } from '../../shared/adapters/dynamodb/ledger-table.ts';
import { LEDGER_ENGINES } from '../support/engines/ledger-engines.ts';
import { describeOnEngine } from './describe-ledger-port.ts';

for (const engine of LEDGER_ENGINES) {
  describeOnEngine('The table of the ledger', engine, (newTable) => {
    test('is made where there is none, and left as it is where it is there', async () => {
      const { client } = await newTable();
      const table = 'lost-and-found';
      expect(await ensureLedgerTable(client, table)).toBe(true);
      expect(await ensureLedgerTable(client, table)).toBe(false);
    });

    test('is made anew where it is about to go', async () => {
      const { client, table } = await newTable();
      await client.send(new DeleteTableCommand({ TableName: table }));
      expect(await ensureLedgerTable(client, table)).toBe(true);
      expect(await ensureLedgerTable(client, table)).toBe(false);
    });
  });
}
