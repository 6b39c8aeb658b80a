import { expect, it } from 'vitest';
import { DynamoDbDismissals } from '../../shared/adapters/dynamodb/dismissals.ts';
import type { Dismissal } from '../../shared/domain/stored-finding.ts';
import type { Dismissals } from '../../shared/findings-ports.ts';
import { InMemoryDismissals } from '../support/fakes/in-memory-dismissals.ts';
import { storedFindingOf } from '../support/findings.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';

function dismissalOf(number: number, facts: Partial<Dismissal> = {}): Dismissal {
  return {
    findingId: storedFindingOf(number).id,
    reason: 'they are on leave',
    by: 'octo-owner',
    at: '2026-03-02T00:00:00.000Z',
    ...facts,
  };
}

describeLedgerPort<Dismissals>(
  'Dismissals',
  {
    fake: () => new InMemoryDismissals(),
    dynamoDb: (client, table) => new DynamoDbDismissals(client, table),
  },
  (create) => {
    const sorted = async (dismissals: Dismissals) =>
      (await dismissals.list()).toSorted((a, b) => (a.findingId < b.findingId ? -1 : 1));

    it('are none at first', async () => {
      expect(await (await create()).list()).toEqual([]);
    });

    it('are given back as they were put, one for each finding', async () => {
      const dismissals = await create();
      const [one, two] = [dismissalOf(1), dismissalOf(2, { reason: 'x'.repeat(500) })];
      await dismissals.put(one);
      await dismissals.put(two);
      expect(await sorted(dismissals)).toEqual(
        [one, two].sort((a, b) => (a.findingId < b.findingId ? -1 : 1)),
      );
    });

    it('replace the earlier one of the same finding', async () => {
      const dismissals = await create();
      await dismissals.put(dismissalOf(1));
      const later = dismissalOf(1, {
        reason: 'they are back',
        by: 'another',
        at: '2026-03-03T00:00:00.000Z',
      });
      await dismissals.put(later);
      expect(await dismissals.list()).toEqual([later]);
    });

    it('are removed, as often as asked', async () => {
      const dismissals = await create();
      const [one, two] = [dismissalOf(1), dismissalOf(2)];
      await dismissals.put(one);
      await dismissals.put(two);
      await dismissals.remove(one.findingId);
      await dismissals.remove(one.findingId);
      expect(await dismissals.list()).toEqual([two]);
    });

    it('are all listed, however many replies it takes', async () => {
      const dismissals = await create();
      const many = Array.from({ length: 600 }, (_, number) =>
        dismissalOf(number, { reason: '\u{1f600}'.repeat(500) }),
      );
      for (const dismissal of many) await dismissals.put(dismissal);
      expect(await dismissals.list()).toHaveLength(600); // 1.2 MB
    });
  },
);
