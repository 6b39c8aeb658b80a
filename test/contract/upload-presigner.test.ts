import { GetObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3UploadPresigner } from '../../shared/adapters/s3/upload-presigner.ts';
import type { UploadPresigner } from '../../shared/upload-ports.ts';
import { InMemoryUploadPresigner } from '../support/fakes/in-memory-upload-presigner.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

const KEY = 'uploads/ghe.example.com/01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB/all users+1.csv';

function suite(create: () => UploadPresigner): void {
  it('gives an address for the key, good for some time', async () => {
    const { url, expiresAt } = await create().presign(KEY);
    expect(decodeURIComponent(new URL(url).pathname)).toContain(KEY);
    expect(new Date(expiresAt).toISOString()).toBe(expiresAt);
  });
}

describe('UploadPresigner in memory', () => suite(() => new InMemoryUploadPresigner()));

describeOnS3('UploadPresigner', (bucket) => {
  const create = () => new S3UploadPresigner(bucket(), BUCKET, () => new Date());
  suite(create);

  it('lets a file be put by whoever has the address', async () => {
    const { url, headers } = await create().presign(KEY);
    const put = await fetch(url, { method: 'PUT', headers, body: 'id,email\n' });
    expect(put.status).toBe(200);
    const { Body } = await bucket().send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect(await Body?.transformToString()).toBe('id,email\n');
  });
});
