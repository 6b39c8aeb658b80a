import { expect, it } from 'vitest';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { UPLOAD_STATES, type Upload } from '../../shared/domain/upload.ts';
import type { UploadLog } from '../../shared/ports.ts';
import { host } from '../support/accounts.ts';
import { InMemoryUploadLog } from '../support/fakes/in-memory-upload-log.ts';
import { uploadOf } from '../support/uploads.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { snapshotRef } from './samples.ts';

const ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

/** ULIDs, each later than the one before. */
function id(number: number): string {
  return `01JNB0ZC5Q${String(number).padStart(16, '0')}`;
}

const FULL_UPLOAD: Upload = uploadOf(ID, {
  versionId: '096fKKXTRTtl3on89fVO.nfljtsv6qko',
  state: 'merged',
  source: 'server:ghe-a.example.com',
  instance: { hostName: host('ghe-a.example.com'), serverId: 'a-uuid', version: '3.17.1' },
  snapshot: snapshotRef(),
  rejection: {
    reason: 'invalid-content',
    problems: [
      { path: '$.users[3]', line: 5, column: 6, expected: 'an object', fix: 'export again' },
      { path: null, line: null, column: null, expected: 'UTF-8', fix: 'save as UTF-8' },
    ],
    totalProblems: 200,
  },
  hold: { accountsBefore: 100, accountsRemoved: 50 },
  acceptedAt: '2026-03-03T00:00:00.000Z',
  mergeId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XC',
  counts: { peopleAdded: 1, peopleChanged: 2, peopleRemoved: 3, licensesBefore: 4, licensesAfter: 5 },
});

const BARE_UPLOAD = uploadOf(ID, { size: null });

describeLedgerPort<UploadLog>(
  'UploadLog',
  {
    fake: () => new InMemoryUploadLog(),
    dynamoDb: (client, table) => new DynamoDbUploadLog(client, table),
  },
  (create) => {
    it.each([
      ['with everything', FULL_UPLOAD],
      ['with nothing but what it must have', BARE_UPLOAD],
    ])('gives back an upload %s as it was noted', async (_, upload) => {
      const log = await create();
      expect(await log.receive(upload)).toEqual(upload);
      expect(await log.get(ID)).toEqual(upload);
    });

    it('knows nothing of an upload that was not noted', async () => {
      expect(await (await create()).get(ID)).toBeNull();
    });

    it('keeps the first record when an upload is received again', async () => {
      const log = await create();
      const first = uploadOf(ID, { state: 'merged' });
      await log.receive(first);
      expect(await log.receive(uploadOf(ID, { state: 'received' }))).toEqual(first);
      expect(await log.get(ID)).toEqual(first);
    });

    it.each(UPLOAD_STATES.filter((state) => state === 'received' || state === 'held'))(
      'replaces a record whose state %s is not final, and all of it',
      async (state) => {
        const log = await create();
        await log.receive({ ...FULL_UPLOAD, state });
        const concluded = uploadOf(ID, { state: 'rejected' });
        await log.conclude(concluded);
        expect(await log.get(ID)).toEqual(concluded);
      },
    );

    it.each(UPLOAD_STATES.filter((state) => state !== 'received' && state !== 'held'))(
      'writes an outcome once: a record in state %s stays',
      async (state) => {
        const log = await create();
        const first = uploadOf(ID, { state, mergeId: 'first' });
        await log.receive(uploadOf(ID));
        await log.conclude(first);
        await log.conclude(uploadOf(ID, { state: 'merged', mergeId: 'second' }));
        expect(await log.get(ID)).toEqual(first);
      },
    );

    it('lists newest first, in numbered pages with the total', async () => {
      const log = await create();
      for (const number of [3, 1, 5, 2, 4]) await log.receive(uploadOf(id(number)));
      const ids = async (page: number) => {
        const { items, total } = await log.list({ page, perPage: 2 });
        return [items.map((upload) => upload.id), total];
      };
      expect(await ids(1)).toEqual([[id(5), id(4)], 5]);
      expect(await ids(2)).toEqual([[id(3), id(2)], 5]);
      expect(await ids(3)).toEqual([[id(1)], 5]);
      expect(await ids(4)).toEqual([[], 5]);
    });

    it('lists nothing while there is nothing', async () => {
      expect(await (await create()).list({ page: 1, perPage: 30 })).toEqual({ items: [], total: 0 });
    });

    it('lists more uploads than fit into one reply', async () => {
      const log = await create();
      const problems = Array.from({ length: 100 }, () => ({
        path: 'x'.repeat(1000),
        line: 1,
        column: 1,
        expected: 'an object',
        fix: 'export again',
      }));
      const rejection = { reason: 'invalid-content', problems, totalProblems: 100 } as const;
      const count = 24; // 100 KB each
      for (let number = 1; number <= count; number++) await log.receive(uploadOf(id(number), { rejection }));
      const { items, total } = await log.list({ page: 1, perPage: 100 });
      expect(total).toBe(count);
      expect(items.map((upload) => upload.id)).toEqual(
        Array.from({ length: count }, (_, n) => id(count - n)),
      );
    });
  },
);
