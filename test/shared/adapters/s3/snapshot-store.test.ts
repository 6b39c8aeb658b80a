import { gunzipSync, gzipSync } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { DamagedSnapshotError } from '../../../../shared/adapters/s3/read-snapshot.ts';
import { S3SnapshotStore } from '../../../../shared/adapters/s3/snapshot-store.ts';
import type { LicenseRow } from '../../../../shared/domain/account.ts';
import type { SnapshotRef } from '../../../../shared/domain/upload.ts';
import { BUCKET, describeOnS3 } from '../../../contract/describe-bucket-port.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from '../../../support/accounts.ts';
import { recordRequests } from '../../../support/engines/recorded-requests.ts';

const HOST = 'ghe-a.example.com';

/** Some 400 KB: several of the pieces in which it is read. */
const SNAPSHOT = serverSnapshot(
  HOST,
  Array.from({ length: 5000 }, (_, number) =>
    serverAccount(`${HOST}:${number + 1}`, { primaryEmail: email(`ämployee-${number}@example.com`) }),
  ),
);

/** Several pieces as well. */
const CLOUD = cloudSnapshot(
  Array.from({ length: 3000 }, (_, number) => licenseRow({ login: `user-${1000 + number}` })),
);

async function rowsOf(snapshots: S3SnapshotStore, ref: SnapshotRef): Promise<LicenseRow[]> {
  const rows = [];
  for await (const row of await snapshots.licenseRows(ref)) rows.push(row);
  return rows;
}

describeOnS3('stored snapshots', (bucket) => {
  const store = () => new S3SnapshotStore(bucket(), BUCKET);

  async function storedText({ key }: SnapshotRef): Promise<string> {
    const { Body } = await bucket().send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
    return gunzipSync((await Body?.transformToByteArray()) ?? '').toString('utf8');
  }

  async function replace({ key }: SnapshotRef, Body: Buffer): Promise<void> {
    await bucket().send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body }));
  }

  it('are read in pieces, every account as it was saved', async () => {
    expect(await store().load(await store().save(SNAPSHOT))).toEqual(SNAPSHOT);
  });

  it('are JSON lines with a header, under a key of source, instant, channel and digest', async () => {
    const account = serverAccount(`${HOST}:7`, { dormant: null, furtherEmails: [email('a@example.com')] });
    const ref = await store().save(serverSnapshot(HOST, [account]));
    expect(ref.key).toBe(
      `snapshots/server/ghe-a.example.com/20260301T000000000Z-users-report-${ref.digest}.ndjson.gz`,
    );
    expect(await storedText(ref)).toBe(
      '{"format":"usage-snapshot/1","channel":"users-report","observed_at":"2026-03-01T00:00:00.000Z",' +
        '"kind":"server","host_name":"ghe-a.example.com"}\n' +
        '{"user_id":7,"further_emails":["a@example.com"],"suspended":false,"site_admin":false}\n',
    );
  });

  it('are not stored again', async () => {
    const snapshot = { ...SNAPSHOT, observedAt: '2026-03-02T00:00:00.000Z' };
    await store().save(snapshot);
    const requests = recordRequests(bucket());
    await store().save(snapshot);
    expect(requests.map(({ command }) => command)).toEqual(['HeadObjectCommand']);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['text that is not compressed', (text) => Buffer.from(text)],
    ['an archive that is cut off', (text) => gzipSync(text).subarray(0, -100)],
    ['a text that is cut off', (text) => gzipSync(text.slice(0, -1))],
    ['a line less', (text) => gzipSync(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))],
    ['an account changed', (text) => gzipSync(text.replace('"user_id":17,', '"user_id":18,'))],
    ['another date', (text) => gzipSync(text.replace('2026-03-03', '2026-03-04'))],
    ['another format', (text) => gzipSync(text.replace('usage-snapshot/1', 'usage-snapshot/2'))],
    ['an account of another shape', (text) => gzipSync(text.replace('"user_id":17,', '"user_id":"17",'))],
    ['a line that is no JSON', (text) => gzipSync(text.replace('{"user_id":17,', '{user_id:17,'))],
    ['more than was stored', (text) => gzipSync(`${text}{`)],
    ['nothing', () => gzipSync('')],
  ])('are damaged when the object holds %s', async (_, damage) => {
    const ref = await store().save({ ...SNAPSHOT, observedAt: '2026-03-03T00:00:00.000Z' });
    const text = await storedText(ref);
    await replace(ref, damage(text));
    await expect(store().load(ref)).rejects.toThrow(DamagedSnapshotError);
    await expect(store().load(ref)).rejects.toThrow(`the snapshot ${ref.key}`);
    await replace(ref, gzipSync(text));
  });

  it.each<[string, (text: string) => Buffer]>([
    ['an archive that is cut off', (text) => gzipSync(text).subarray(0, -100)],
    ['a row less', (text) => gzipSync(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))],
    ['a row changed', (text) => gzipSync(text.replace('user-2999', 'user-2998'))],
    ['another date', (text) => gzipSync(text.replace('2026-03-01', '2026-03-02'))],
    ['a row of another shape', (text) => gzipSync(text.replace('"login":"user-2999"', '"login":2999'))],
  ])('are damaged, at the latest at their end, when rows are read from %s', async (_, damage) => {
    const ref = await store().save(CLOUD);
    const text = await storedText(ref);
    await replace(ref, damage(text));
    await expect(rowsOf(store(), ref)).rejects.toThrow(DamagedSnapshotError);
    await replace(ref, gzipSync(text));
    expect(await rowsOf(store(), ref)).toEqual(CLOUD.rows);
  });

  it('are damaged when the object is gone', async () => {
    const ref = await store().save(serverSnapshot(HOST, []));
    const gone = { ...ref, key: `${ref.key}-gone` };
    await expect(store().load(gone)).rejects.toThrow(DamagedSnapshotError);
    await expect(store().licenseRows(gone)).rejects.toThrow(DamagedSnapshotError);
  });

  it('are not damaged because S3 does not answer', async () => {
    const ref = await store().save(serverSnapshot(HOST, []));
    const deaf = new S3Client({
      endpoint: 'http://127.0.0.1:1',
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    await expect(new S3SnapshotStore(deaf, BUCKET).load(ref)).rejects.not.toThrow(DamagedSnapshotError);
  });
});
