import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningStack } from '../support/running-stack.ts';

// What privacy drops of a server account, planted in every field of every kind of input.
const NAME = 'Sentinelia Nomen';
const LOGIN = 'sentinel-login';
const IP = '203.0.113.77';
const SENTINELS = [NAME, 'Sentinelia', LOGIN, IP, 'sentinel-secret'];

const HOST = 'ghes.example.com';
const HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?';

function usersReport(id: string): string {
  const raw = `"{""name"":""${NAME}"",""login"":""${LOGIN}"",""ip"":""${IP}""}"`;
  return `${HEADER}\n2020-01-01,${id},${LOGIN},kept@example.com,user,false,${IP},1,2,${NAME},false,2026-01-01,${raw},true\n`;
}

function usageExport(user: object): string {
  const sentinels = {
    login: LOGIN,
    username: LOGIN,
    name: NAME,
    profile_name: NAME,
    last_ip: IP,
    raw_login: { name: NAME, ip: IP },
    ssh_keys: ['sentinel-secret'],
  };
  const instance = { host_name: HOST, server_id: 'a', version: '3.15.2', public_key: 'sentinel-secret' };
  const emails = [{ email: 'kept@example.com', primary: true }];
  return JSON.stringify({ instance, users: [{ id: 1, emails, ...sentinels, ...user }], [NAME]: LOGIN });
}

const ENCRYPTED = JSON.stringify({
  instance: { host_name: HOST, server_id: 'a', version: '3.15.2', public_key: 'sentinel-secret' },
  users: Buffer.from(NAME).toString('base64') + 'A'.repeat(400),
});

const DROPS = [
  ['merged', usersReport('1'), { fileName: 'all_users.csv', hostName: HOST }],
  ['merged', usageExport({}), { fileName: 'export.json' }],
  ['encrypted', ENCRYPTED, { fileName: 'encrypted.json' }],
  ['rejected', usersReport(NAME), { fileName: 'all_users.csv', hostName: HOST }],
  [
    'rejected',
    usageExport({ id: LOGIN, emails: { name: NAME }, suspended: IP }),
    { fileName: 'export.json' },
  ],
  ['rejected', `${NAME} ${LOGIN} ${IP}`, { fileName: 'notes.txt' }],
] as const;

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
  const uploads = await Promise.all(DROPS.map(([, content, names]) => running.drop(content, names)));
  expect(uploads.map((upload) => upload.state)).toEqual(DROPS.map(([state]) => state));
  expect(await running.syncNow()).toMatchObject({ state: 'succeeded' });
});

afterAll(() => running.remove());

/** Every token that was sent to GitHub, or that somebody sent to us. */
function tokens(): string[] {
  const { peer } = running;
  return [peer.ownerToken, ...peer.servers.map(({ token }) => token)];
}

function sentinelsIn(text: string): string[] {
  return [...SENTINELS, ...tokens()].filter((sentinel) =>
    text.toLowerCase().includes(sentinel.toLowerCase()),
  );
}

const CREDENTIALS = { accessKeyId: 'owner', secretAccessKey: 'owner' };

/** All tables: the ledger's, and that of the audit trail. */
async function tableText(): Promise<string> {
  const client = new DynamoDBClient({
    endpoint: running.stack.dynamodb,
    region: 'us-east-1',
    credentials: CREDENTIALS,
  });
  const items: unknown[] = [];
  for (const TableName of running.stack.tables) {
    for await (const page of paginateScan({ client }, { TableName })) items.push(...(page.Items ?? []));
  }
  return JSON.stringify(items);
}

/** Everything in the bucket but the raw uploads, which expire. */
async function bucketText(): Promise<string> {
  const client = new S3Client({
    endpoint: running.stack.s3,
    region: 'us-east-1',
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  const Bucket = running.stack.bucket ?? '';
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 500 }));
  const texts: string[] = [];
  for (const { Key } of Contents.filter((object) => !object.Key?.startsWith('uploads/'))) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    const bytes = await buffer(Body as NodeJS.ReadableStream);
    texts.push(Key ?? '', (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  return texts.join('\n');
}

function logText(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? logText(path) : readFileSync(path, 'utf8')))
    .join('\n');
}

async function responsesText(): Promise<string> {
  const { people } = (await running.get('/people')) as { people: { id: string }[] };
  const { uploads } = (await running.get('/uploads')) as { uploads: { id: string }[] };
  const { sync_runs: runs } = (await running.get('/sync-runs')) as { sync_runs: { id: string }[] };
  const paths = [
    '/usage',
    '/usage/history',
    '/people',
    '/people?q=kept',
    '/people?email=kept@example.com',
    ...people.map(({ id }) => `/people/${id}`),
    '/server-instances',
    '/uploads',
    ...uploads.map(({ id }) => `/uploads/${id}`),
    '/sync-runs',
    ...runs.map(({ id }) => `/sync-runs/${id}`),
    '/enterprises/acme/consumed-licenses',
    '/enterprises/acme/license-sync-status',
  ];
  return JSON.stringify(await Promise.all(paths.map((path) => running.get(path))));
}

describe('names, logins, IP addresses and keys of server accounts are kept nowhere but in the raw upload, tokens nowhere:', () => {
  // Each place also holds something that proves it was looked at.
  test.each([
    ['the table', tableText, 'kept@example.com'],
    ['snapshots and reports', bucketText, 'kept@example.com'],
    ['responses', responsesText, 'kept@example.com'],
    [
      'logs',
      async () => running.log.join('\n') + logText(join(running.directory, 'data/logs')),
      'upload concluded',
    ],
  ])('not in %s', async (_, read, proof) => {
    const text = await read();
    expect(text).toContain(proof);
    expect(sentinelsIn(text)).toEqual([]);
  });

  test('and no email address is logged', async () => {
    const logs = running.log.join('\n') + logText(join(running.directory, 'data/logs'));
    expect(logs).toContain('pull concluded');
    expect(logs.match(/[\w.+-]+@[\w-]+\.\w+/g)).toBeNull();
  });
});
