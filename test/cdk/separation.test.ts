import { describe, expect, test } from 'vitest';
import { AccessControl, type Permission } from '../../cdk/local/gateway/access.ts';
import { Resolver } from '../../cdk/local/template/resolver.ts';
import { readStack } from '../../cdk/local/template/stack.ts';
import { parseTemplate } from '../../cdk/local/template/template.ts';
import { synthesize } from '../support/synthesized-template.ts';

const NOWHERE = 'http://127.0.0.1:1';
const ENDPOINTS = {
  api: NOWHERE,
  s3: NOWHERE,
  dynamodb: NOWHERE,
  sqs: NOWHERE,
  lambda: NOWHERE,
  secretsManager: NOWHERE,
  eventBridge: NOWHERE,
  sns: NOWHERE,
};
const template = parseTemplate(JSON.parse(synthesize({ noticeEmail: 'owners@example.com' }).text));
const stack = readStack(template, ENDPOINTS);
const resolver = new Resolver(template, ENDPOINTS);
const access = new AccessControl(stack);

/** The ARN of a resource, by its logical id without the hash that CDK appends. */
function arnOf(name: string): string {
  const found = Object.keys(template.Resources).filter((id) => id.replace(/[0-9A-F]{8}$/, '') === name);
  const [logicalId, ...others] = found;
  if (logicalId === undefined || others.length > 0) throw new Error(`${found.length} resources ${name}`);
  const { ref, attributes } = resolver.identity(logicalId);
  return attributes.Arn ?? ref;
}

const bucket = arnOf('UsageBucket');
const ledger = arnOf('LedgerTable');
const audit = arnOf('AuditTable');

const object = (action: string, key: string) => ({ action: `s3:${action}`, resource: `${bucket}/${key}` });
const list = (prefix: string) => ({
  action: 's3:ListBucket',
  resource: bucket,
  context: { 's3:prefix': prefix },
});
const item = (action: string, table: string) => ({ action: `dynamodb:${action}`, resource: table });
const secret = (name: string) => ({ action: 'secretsmanager:GetSecretValue', resource: arnOf(name) });
const message = (action: string, queue: string) => ({ action: `sqs:${action}`, resource: arnOf(queue) });
const invocation = (name: string) => ({ action: 'lambda:InvokeFunction', resource: arnOf(name) });

interface Call extends Permission {
  readonly call: string;
  /** All who may; whoever is not here is refused. */
  readonly by: readonly string[];
}

const MERGING = ['IngestUpload', 'Sync'];
const SEARCHING = ['ErasePersonalData', 'ManagePersonalData'];
const RECORDING = ['ManagePersonalData', 'ManageUsage', 'ReadUsage', 'SyncNow'];

const CALLS: readonly Call[] = [
  { call: 'read a raw upload', ...object('GetObject', 'uploads/a.csv'), by: ['IngestUpload'] },
  { call: 'store a raw upload', ...object('PutObject', 'uploads/a.csv'), by: ['ManageUsage'] },
  { call: 'delete a raw upload', ...object('DeleteObject', 'uploads/a.csv'), by: [] },
  { call: 'list raw uploads', ...list('uploads/'), by: ['IngestUpload', 'ManagePersonalData'] },
  {
    call: 'read a snapshot',
    ...object('GetObject', 'snapshots/a'),
    by: [...MERGING, ...SEARCHING, 'ManageUsage'],
  },
  { call: 'store a snapshot', ...object('PutObject', 'snapshots/a'), by: [...MERGING, 'ErasePersonalData'] },
  { call: 'delete a snapshot', ...object('DeleteObject', 'snapshots/a'), by: ['ErasePersonalData'] },
  { call: 'store a report', ...object('PutObject', 'reports/a'), by: [...MERGING, 'ErasePersonalData'] },
  { call: 'delete a report', ...object('DeleteObject', 'reports/a'), by: ['ErasePersonalData'] },
  { call: 'record a merge', ...object('PutObject', 'merges/a'), by: MERGING },
  { call: 'read the record of a merge', ...object('GetObject', 'merges/a'), by: [] },
  { call: 'delete the record of a merge', ...object('DeleteObject', 'merges/a'), by: [] },
  {
    call: 'read a download',
    ...object('GetObject', 'downloads/a'),
    by: [...SEARCHING, 'ReadUsage', 'WriteDownload'],
  },
  { call: 'store a download', ...object('PutObject', 'downloads/a'), by: ['WriteDownload'] },
  { call: 'delete a download', ...object('DeleteObject', 'downloads/a'), by: ['ErasePersonalData'] },
  { call: 'list the whole bucket', ...list(''), by: [] },
  { call: 'store an object outside the prefixes', ...object('PutObject', 'elsewhere/a'), by: [] },
  {
    call: 'remove an older version for good',
    ...object('DeleteObjectVersion', 'snapshots/a'),
    by: [],
  },
  { call: 'open the bucket to others', action: 's3:PutBucketPolicy', resource: bucket, by: [] },
  { call: 'write the ledger in batches', ...item('BatchWriteItem', ledger), by: MERGING },
  {
    call: 'change an item of the ledger',
    ...item('UpdateItem', ledger),
    by: [...MERGING, 'ManageUsage', 'SyncNow'],
  },
  {
    call: 'delete an item of the ledger',
    ...item('DeleteItem', ledger),
    by: ['ErasePersonalData', 'ManageUsage'],
  },
  { call: 'scan the ledger', ...item('Scan', ledger), by: [] },
  { call: 'delete the ledger', ...item('DeleteTable', ledger), by: [] },
  { call: 'add to the audit trail', ...item('PutItem', audit), by: RECORDING },
  { call: 'read the audit trail', ...item('Query', audit), by: ['ReadUsage'] },
  { call: 'change the audit trail', ...item('UpdateItem', audit), by: [] },
  { call: 'delete of the audit trail', ...item('DeleteItem', audit), by: [] },
  { call: 'lift the protection of the audit trail', ...item('DeleteResourcePolicy', audit), by: [] },
  { call: 'read the tokens for GitHub', ...secret('ConnectionsSecret'), by: ['Sync'] },
  { call: 'read the key of sessions', ...secret('SignInSessionKey'), by: ['AuthorizeOwner', 'Console'] },
  { call: 'read the OAuth app', ...secret('SignInOAuthApp'), by: ['Console'] },
  {
    call: 'change the tokens for GitHub',
    ...secret('ConnectionsSecret'),
    action: 'secretsmanager:PutSecretValue',
    by: [],
  },
  {
    call: 'take an upload from the queue',
    ...message('ReceiveMessage', 'IngestQueue'),
    by: ['IngestUpload'],
  },
  { call: 'send an upload to the queue', ...message('SendMessage', 'IngestQueue'), by: ['ManageUsage'] },
  {
    call: 'empty the dead-letter queue',
    ...message('PurgeQueue', 'IngestQueueDeadLetterQueue'),
    by: [],
  },
  { call: 'start a sync', ...invocation('SyncFunction'), by: ['SyncNow'] },
  { call: 'start an erasure', ...invocation('ErasePersonalDataFunction'), by: ['ManagePersonalData'] },
  { call: 'start the making of a download', ...invocation('WriteDownloadFunction'), by: ['ReadUsage'] },
  { call: 'call the authorizer', ...invocation('AuthorizeOwnerFunction'), by: [] },
  { call: 'mail owners', action: 'sns:Publish', resource: arnOf('MailOwnersTopic'), by: ['MailOwners'] },
  {
    call: 'give a role more',
    action: 'iam:PutRolePolicy',
    resource: arnOf('ReadUsageRole'),
    by: [],
  },
  { call: 'become another role', action: 'sts:AssumeRole', resource: arnOf('SyncRole'), by: [] },
];

const roles = stack.roles.map((role) => ({ role, name: role.name.replace(/Role[0-9A-F]{8}$/, '') }));

async function whoMay(permission: Permission): Promise<string[]> {
  const verdicts = await Promise.all(
    roles.map(async ({ role, name }) => ((await access.allows(role, permission)) ? [name] : [])),
  );
  return verdicts.flat().toSorted();
}

describe('who may, of all functions', () => {
  test.each(CALLS)('$call: $by', async ({ by, action, resource, context }) => {
    expect(await whoMay({ action, resource, ...(context && { context }) })).toEqual(by.toSorted());
  });
});

test('nobody may do over plain HTTP what they may over TLS', async () => {
  const [{ policies = [] } = {}] = stack.buckets;
  const [reader] = roles.filter(({ name }) => name === 'ReadUsage');
  if (reader === undefined) throw new Error('no role ReadUsage');
  const report = object('GetObject', 'reports/a');
  const over = (secure: string) => ({ ...report, context: { 'aws:SecureTransport': secure } });
  expect(policies).not.toEqual([]);
  expect(await access.allows(reader.role, over('true'))).toBe(true);
  expect(await access.allows(reader.role, over('false'))).toBe(false);
});
