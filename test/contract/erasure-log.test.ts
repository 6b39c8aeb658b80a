import { expect, it } from 'vitest';
import { DynamoDbErasureLog } from '../../shared/adapters/dynamodb/erasure-log.ts';
import type { Erasure } from '../../shared/domain/erasure.ts';
import type { ErasureLog } from '../../shared/privacy-ports.ts';
import { InMemoryErasureLog } from '../support/fakes/in-memory-erasure-log.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { personId } from './samples.ts';

const ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

const REQUESTED: Erasure = {
  id: ID,
  subject: personId(1),
  requestedAt: '2026-03-02T00:00:00.000Z',
  requestedBy: 'octo-owner',
  state: 'requested',
  endedAt: null,
  refusals: [],
  counts: null,
};

const ENDED = { ...REQUESTED, endedAt: '2026-03-02T00:01:00.000Z' };

const REFUSED: Erasure = {
  ...ENDED,
  state: 'refused',
  refusals: [
    { reason: 'account-still-there', source: 'server:ghe-a.example.com' },
    { reason: 'not-merged', source: null },
  ],
};

const ERASED: Erasure = {
  ...ENDED,
  state: 'erased',
  counts: {
    snapshotsRewritten: 1,
    snapshotsRemoved: 2,
    reportsRemoved: 3,
    downloadsRemoved: 4,
    changesMasked: 5,
    dismissalsRemoved: 6,
  },
};

describeLedgerPort<ErasureLog>(
  'ErasureLog',
  {
    fake: () => new InMemoryErasureLog(),
    dynamoDb: (client, table) => new DynamoDbErasureLog(client, table),
  },
  (create) => {
    it.each([REQUESTED, REFUSED, ERASED])('gives back what is $state', async (erasure) => {
      const log = await create();
      await log.save(erasure);
      expect(await log.get(ID)).toEqual(erasure);
    });

    it('knows nothing of one that was not saved', async () => {
      expect(await (await create()).get(ID)).toBeNull();
    });

    it('replaces one as a whole', async () => {
      const log = await create();
      await log.save(REFUSED);
      await log.save(ERASED);
      expect(await log.get(ID)).toEqual(ERASED);
    });
  },
);
