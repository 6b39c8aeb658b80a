import { PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from 'vitest';
import { S3ChangeReports } from '../../shared/adapters/s3/change-reports.ts';
import { S3FileEraser } from '../../shared/adapters/s3/file-eraser.ts';
import { S3RawUploads } from '../../shared/adapters/s3/raw-uploads.ts';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import { S3StoredFiles } from '../../shared/adapters/s3/stored-files.ts';
import type { AccountKey } from '../../shared/domain/account.ts';
import { joinedOf, type PersonState } from '../../shared/domain/changes.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../support/accounts.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';
import { personId } from './samples.ts';

const MONA = email('mona@example.com');

/** Each with one entry that holds the address and one that does not, and with the accounts of the former. */
const SNAPSHOTS: readonly (readonly [string, UsageSnapshot, UsageSnapshot, readonly string[]])[] = (() => {
  const mona = serverAccount('ghes:1', { furtherEmails: [MONA] });
  const other = serverAccount('ghes:2', { primaryEmail: email('other@example.com') });
  const row = licenseRow({ login: 'Mona', samlNameId: 'MONA@example.com', serverAccounts: [ref('ghes:1')] });
  const otherRow = licenseRow({ login: 'other' });
  const identity = { login: 'Mona', emails: [MONA] };
  const otherIdentity = { login: 'other', emails: [email('other@example.com')] };
  return [
    ['instance', serverSnapshot('ghes', [mona, other]), serverSnapshot('ghes', [other]), ['ghes:1']],
    ['cloud', cloudSnapshot([row, otherRow]), cloudSnapshot([otherRow]), ['@mona', 'ghes:1']],
    [
      'identity provider',
      identitiesSnapshot([identity, otherIdentity]),
      identitiesSnapshot([otherIdentity]),
      ['@mona'],
    ],
  ];
})();

function state(number: number, account: string): PersonState {
  return {
    id: personId(number),
    accounts: [account as AccountKey],
    matchedBy: [],
    consumption: { consumes: true, reason: 'server-account', licenseType: 'enterprise' },
  };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describeOnS3('StoredFiles and FileEraser', (bucket) => {
  let files: S3StoredFiles;
  let eraser: S3FileEraser;
  let snapshots: S3SnapshotStore;

  beforeEach(async () => {
    files = new S3StoredFiles(bucket(), BUCKET);
    eraser = new S3FileEraser(bucket(), BUCKET);
    snapshots = new S3SnapshotStore(bucket(), BUCKET);
    for (const file of await all(files.list(null))) await eraser.remove(file);
  });

  const put = (Key: string, text: string) =>
    bucket().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Buffer.from(text) }));

  describe.each(SNAPSHOTS)('of a snapshot of the %s', (_, snapshot, without, accounts) => {
    it('finds the entry that holds the address, and whose it is', async () => {
      await snapshots.save(snapshot);
      const [file] = await all(files.list(null));
      if (file === undefined) throw new Error('nothing is listed');
      expect(await files.find(file, MONA)).toEqual({ records: 1, accounts, people: [], findings: [] });
      expect(await files.find(file, email('ona@example.com'))).toBeNull();
    });

    it('leave a whole snapshot without that entry, as if it had never been there', async () => {
      const { accounts: _count, ...stored } = await snapshots.save(snapshot);
      await eraser.rewriteSnapshot(stored, MONA);
      // Again, as after an attempt that died.
      await eraser.rewriteSnapshot(stored, MONA);
      const [rewritten, ...others] = await all(new S3SnapshotHistory(bucket(), BUCKET).list());
      expect(others).toEqual([]);
      const { accounts: _other, ...expected } = await snapshots.save(without);
      expect(rewritten).toEqual(expected);
      expect(await all(files.list(null))).toHaveLength(1);
      await snapshots.load(expected);
    });
  });

  it('list downloads, reports and snapshots by key, on from any, and nothing else', async () => {
    await snapshots.save(serverSnapshot('ghes', []));
    const report = 'reports/report-1/';
    for (const key of ['people.ndjson.gz', 'people-index.json.gz', 'changes.2.ndjson.gz']) {
      await put(report + key, '');
    }
    await put('downloads/report-1/findings.csv', 'x');
    await put('uploads/all_users.csv', 'x');
    await put('reports/stray.txt', 'x');
    const listed = await all(files.list(null));
    expect(listed.map((file) => [file.kind, file.kind === 'report' ? file.part : null])).toEqual([
      ['download', null],
      ['report', 'changes'],
      ['report', 'people-index'],
      ['report', 'people'],
      ['snapshot', null],
    ]);
    expect(listed.map(({ key }) => key)).toEqual(listed.map(({ key }) => key).sort());
    for (const [index, { key }] of listed.entries()) {
      expect(await all(files.list(key))).toEqual(listed.slice(index + 1));
    }
  });

  it('find nothing in what is empty or gone', async () => {
    const file = {
      kind: 'report',
      key: 'reports/r/people.ndjson.gz',
      reportId: 'r',
      part: 'people',
    } as const;
    expect(await files.find(file, MONA)).toBeNull();
    await put(file.key, '');
    expect(await files.find(file, MONA)).toBeNull();
  });

  it('take people out of changes, also for who has read them before, again and again', async () => {
    const reports = new S3ChangeReports(bucket(), BUCKET);
    const states = Array.from({ length: 250 }, (_, number) => state(number, `ghes:${number}`));
    const changes = states.map(joinedOf);
    await reports.writeChanges('r', {
      mergedAt: '2026-03-01T00:00:00.000Z',
      previousReportId: null,
      changes,
    });
    const read = async () => {
      const filter = { mergeId: null, from: null, to: null };
      const pages = [1, 2, 3].map((page) => reports.page('r', filter, { page, perPage: 100 }));
      return (await Promise.all(pages)).flatMap(({ items }) => items.map(({ after: [one] }) => one));
    };
    expect(await read()).toEqual(states);
    expect(await eraser.maskChanges('r', ({ id }) => id === personId(7))).toBe(1);
    expect(await eraser.maskChanges('r', ({ id }) => id === personId(7))).toBe(0);
    expect(await eraser.maskChanges('r', ({ accounts }) => accounts.includes('ghes:249' as AccountKey))).toBe(
      1,
    );
    const masked = (await read()).map((one, index) => (one?.accounts.length === 0 ? index : null));
    expect(masked.filter((index) => index !== null)).toEqual([7, 249]);
    expect((await read()).filter((one) => one?.accounts.length === 1)).toHaveLength(248);
    const parts = (await all(files.list(null))).filter(
      (file) => file.kind === 'report' && file.part === 'changes',
    );
    expect(parts.map(({ key }) => key)).toEqual(['reports/r/changes.2.ndjson.gz']);
    expect(await eraser.maskChanges('another', () => true)).toBe(0);
  });

  it('RawUploads lists what was dropped, and when it expires', async () => {
    await put('uploads/ghes/export.json', 'text');
    const uploads = await all(new S3RawUploads(bucket(), { bucket: BUCKET, expireAfterDays: 30 }).list());
    expect(uploads.filter(({ key }) => !key.startsWith('uploads/'))).toEqual([]);
    const upload = uploads.find(({ key }) => key === 'uploads/ghes/export.json');
    expect(upload).toMatchObject({ size: 4 });
    const kept = Date.parse(upload?.expiresAt ?? '') - Date.parse(upload?.storedAt ?? '');
    expect(kept).toBeGreaterThanOrEqual(30 * 86_400_000);
    expect(kept).toBeLessThanOrEqual(31 * 86_400_000);
  });
});
