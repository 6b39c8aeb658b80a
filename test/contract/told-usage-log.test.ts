import { expect, it } from 'vitest';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import type { ToldUsage } from '../../shared/domain/told-usage.ts';
import type { ToldUsageLog } from '../../shared/notification-ports.ts';
import { InMemoryToldUsageLog } from '../support/fakes/in-memory-told-usage-log.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';

function toldOf(generation: number, facts: Partial<ToldUsage> = {}): ToldUsage {
  const usage = { people: 12, consumed: 10, purchased: 20, share: 0 };
  return { mergeId: `merge-${generation}`, generation, ...usage, ...facts };
}

describeLedgerPort<ToldUsageLog>(
  'ToldUsageLog',
  {
    fake: () => new InMemoryToldUsageLog(),
    dynamoDb: (client, table) => new DynamoDbToldUsageLog(client, table),
  },
  (create) => {
    it('knows nothing at first', async () => {
      expect(await (await create()).read()).toBeNull();
    });

    it.each([toldOf(1), toldOf(2, { purchased: null, share: 80 }), toldOf(3, { share: 87.5 })])(
      'gives back what was noted: %j',
      async (told) => {
        const log = await create();
        await log.note(told);
        expect(await log.read()).toEqual(told);
      },
    );

    it('keeps the latest merge, whatever the order', async () => {
      const log = await create();
      for (const generation of [1, 3, 2]) await log.note(toldOf(generation));
      expect(await log.read()).toEqual(toldOf(3));
    });
  },
);
