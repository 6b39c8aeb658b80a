import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDirectory, removeDirectory, startTinyStack, type TinyStack } from '../tiny-stack.ts';

let stack: TinyStack;

beforeAll(async () => {
  stack = await startTinyStack(await makeDirectory());
});

afterAll(async () => {
  await stack.stop();
  await removeDirectory(stack.directory);
});

/** The key of a role makes its caller; every other key is the account's owner. */
const as = (accessKeyId: string) => ({
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey: 'any', sessionToken: 'any' },
});
const dynamoDb = (caller: string) => new DynamoDBClient({ endpoint: stack.dynamodb, ...as(caller) });
const sqs = (caller: string) => new SQSClient({ endpoint: stack.sqs, ...as(caller) });
/** With the SDK's own defaults, which send checksums behind streamed bodies. */
const s3 = (caller: string) => new S3Client({ endpoint: stack.s3, forcePathStyle: true, ...as(caller) });

const put = (Key: string, Body: string | Readable) => new PutObjectCommand({ Bucket: 'files', Key, Body });
const get = (Key: string) => new GetObjectCommand({ Bucket: 'files', Key });

describe('a role', () => {
  it('may do what its policy allows', async () => {
    await s3('owner').send(put('uploads/allowed', 'content'));
    const { Body } = await s3('ConsumerRole').send(get('uploads/allowed'));
    expect(await Body?.transformToString()).toBe('content');
    const item = new GetItemCommand({ TableName: 'Table', Key: { pk: { S: 'x' } } });
    await expect(dynamoDb('ConsumerRole').send(item)).resolves.toMatchObject({
      $metadata: { httpStatusCode: 200 },
    });
  });

  it('is denied an action that its policy lacks, in the words of the service', async () => {
    const item = new PutItemCommand({ TableName: 'Table', Item: { pk: { S: 'x' } } });
    await expect(dynamoDb('ConsumerRole').send(item)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::000000000000:assumed-role/ConsumerRole is not authorized to perform: dynamodb:PutItem ' +
        'on resource: arn:aws:dynamodb:us-east-1:000000000000:table/Table because no identity-based policy allows ' +
        'the dynamodb:PutItem action',
    });
    await expect(s3('ConsumerRole').send(put('uploads/x', 'x'))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    const message = new SendMessageCommand({ QueueUrl: stack.queues.Queue, MessageBody: 'x' });
    await expect(sqs('ConsumerRole').send(message)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('is denied a resource that its policy lacks', async () => {
    await s3('owner').send(put('reports/x', 'x'));
    await expect(s3('ConsumerRole').send(get('reports/x'))).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('learns that an object is missing only where it may list the bucket', async () => {
    await expect(s3('owner').send(get('uploads/gone'))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3('ConsumerRole').send(get('uploads/gone'))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('lends its permissions to whoever has a URL that it signed', async () => {
    await s3('owner').send(put('uploads/signed', 'content'));
    const allowed = await getSignedUrl(s3('ConsumerRole'), get('uploads/signed'));
    expect(await (await fetch(allowed)).text()).toBe('content');
    const denied = await getSignedUrl(s3('ConsumerRole'), put('uploads/signed', ''));
    expect((await fetch(denied, { method: 'PUT', body: 'other' })).status).toBe(403);
  });
});

describe('the owner of the account', () => {
  it('may write to a signed URL, with metadata', async () => {
    const command = new PutObjectCommand({
      Bucket: 'files',
      Key: 'drop',
      Metadata: { 'observed-at': '2026-01-01T00:00:00Z', 'host-name': 'ghe.example.com' },
    });
    const headers = ['x-amz-meta-observed-at', 'x-amz-meta-host-name'];
    const url = await getSignedUrl(s3('owner'), command, { unhoistableHeaders: new Set(headers) });
    await fetch(url, {
      method: 'PUT',
      body: 'content',
      headers: {
        'x-amz-meta-observed-at': '2026-01-01T00:00:00Z',
        'x-amz-meta-host-name': 'ghe.example.com',
      },
    });
    const { Metadata } = await s3('owner').send(new HeadObjectCommand({ Bucket: 'files', Key: 'drop' }));
    expect(Metadata).toEqual({ 'observed-at': '2026-01-01T00:00:00Z', 'host-name': 'ghe.example.com' });
  });

  it.each([
    { way: 'in one request', size: 300_000 },
    { way: 'in parts', size: 6_000_000 },
  ])('gets back the bytes that were streamed $way', async ({ size }) => {
    const bytes = randomBytes(size);
    const Body = Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);
    await new Upload({ client: s3('owner'), params: { Bucket: 'files', Key: 'streamed', Body } }).done();
    const { Body: stored } = await s3('owner').send(get('streamed'));
    expect(Buffer.from((await stored?.transformToByteArray()) ?? [])).toEqual(bytes);
  });

  it('lists folders and objects, in the order of their keys', async () => {
    for (const key of ['list/b/deep/1', 'list/b/deep/2', 'list/c', 'list/a b', 'list/b.json', 'list/b/x']) {
      await s3('owner').send(put(key, 'x'));
    }
    const list = (Delimiter?: string) =>
      s3('owner').send(new ListObjectsV2Command({ Bucket: 'files', Prefix: 'list/', Delimiter }));
    const keysOf = ({ Contents = [] }: ListObjectsV2CommandOutput) => Contents.map(({ Key }) => Key);
    const [everything, level] = [await list(), await list('/')];
    expect(keysOf(everything)).toEqual([
      'list/a b',
      'list/b.json',
      'list/b/deep/1',
      'list/b/deep/2',
      'list/b/x',
      'list/c',
    ]);
    expect(keysOf(level)).toEqual(['list/a b', 'list/b.json', 'list/c']);
    expect(level.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
  });

  it('gives up an upload in parts', async () => {
    const failing = Readable.from(
      (async function* () {
        yield randomBytes(6_000_000);
        throw new Error('the source broke off');
      })(),
    );
    const upload = new Upload({
      client: s3('owner'),
      params: { Bucket: 'files', Key: 'given-up', Body: failing },
    });
    await expect(upload.done()).rejects.toThrow('the source broke off');
    await expect(s3('owner').send(get('given-up'))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('finds what was there before when a writer dies in the middle', async () => {
    await s3('owner').send(put('kept', 'before'));
    const { hostname, port } = new URL(stack.s3);
    const socket = connect(Number(port), hostname);
    socket.write('PUT /files/kept HTTP/1.1\r\nHost: local\r\nContent-Length: 1000000\r\n\r\nafter');
    const directory = join(stack.directory, 'data', 's3', 'files');
    await expect.poll(async () => unfinishedOf(await readdir(directory)), { timeout: 5000 }).toHaveLength(1);
    socket.destroy();
    await expect.poll(async () => unfinishedOf(await readdir(directory)), { timeout: 5000 }).toHaveLength(0);
    expect(await (await fetch(`${stack.s3}/files/kept`)).text()).toBe('before');
  });

  it('cannot leave the directory of the bucket with a key', async () => {
    const response = await fetch(`${stack.s3}/files/a%2f..%2f..%2f..%2foutside`, {
      method: 'PUT',
      body: 'x',
    });
    expect(response.status).toBe(400);
  });
});

function unfinishedOf(names: readonly string[]): string[] {
  return names.filter((name) => /^kept\._S3rver_object\.[0-9a-f-]{36}$/.test(name));
}
