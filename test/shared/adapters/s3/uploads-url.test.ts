import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { presigningS3Client } from '../../../../shared/adapters/aws-clients.ts';
import { S3UploadPresigner } from '../../../../shared/adapters/s3/upload-presigner.ts';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(() => vi.unstubAllEnvs());

it.each([
  ['eu-west-1', undefined, 'https://usage.s3.eu-west-1.amazonaws.com/uploads/'],
  ['us-east-1', undefined, 'https://usage.s3.us-east-1.amazonaws.com/uploads/'],
  ['cn-north-1', undefined, 'https://usage.s3.cn-north-1.amazonaws.com.cn/uploads/'],
  ['us-east-1', 'http://127.0.0.1:3001', 'http://127.0.0.1:3001/usage/uploads/'],
])('every upload in %s, with the endpoint %s, goes below %s', async (region, endpoint, expected) => {
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', endpoint);
  const presigner = new S3UploadPresigner(presigningS3Client(), 'usage', () => new Date());
  expect(await presigner.uploadsUrl()).toBe(expected);
  expect((await presigner.presign('uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV/file.json')).url).toMatch(
    new RegExp(`^${RegExp.escape(expected)}`),
  );
});
