import { once } from 'node:events';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dynamoDbClient, presigningS3Client } from '../../../shared/adapters/aws-clients.ts';
import { S3UploadPresigner } from '../../../shared/adapters/s3/upload-presigner.ts';
import { portOf } from '../../support/engines/engine.ts';

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_ENDPOINT_URL_S3', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

it('a request that is not answered is sent again, and given up in the end', async () => {
  let requests = 0;
  const deaf = createServer(() => requests++).listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${portOf(deaf)}`);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const client = dynamoDbClient();
  let failure: unknown = null;
  client.send(new GetCommand({ TableName: 'ledger', Key: { pk: 'a', sk: 'b' } })).catch((error: unknown) => {
    failure = error;
  });
  while (failure === null) {
    await vi.advanceTimersByTimeAsync(1000);
    await turn();
  }
  vi.useRealTimers();
  client.destroy();
  deaf.closeAllConnections();
  deaf.close();
  expect(failure).toMatchObject({ name: 'TimeoutError' });
  expect(requests).toBe(5);
});

it('a presigned upload takes any body: its address holds no checksum', async () => {
  const presigner = new S3UploadPresigner(
    presigningS3Client(),
    'license-usage',
    () => new Date('2026-03-01T00:00:00.000Z'),
  );
  const { url, headers, expiresAt } = await presigner.presign('uploads/a b+1.csv');
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin).toBe('https://license-usage.s3.eu-central-1.amazonaws.com');
  expect(pathname).toBe('/uploads/a%20b%2B1.csv');
  expect([...searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
  expect(searchParams.get('X-Amz-Expires')).toBe('900');
  expect(headers).toEqual({});
  expect(expiresAt).toBe('2026-03-01T00:15:00.000Z');
});
