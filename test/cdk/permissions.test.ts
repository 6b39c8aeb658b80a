import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { synthesize } from '../support/synthesized-template.ts';

const stack = synthesize({ noticeEmail: 'owners@example.com' });

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.unknown().optional(),
});
const policySchema = z.object({
  Roles: z.tuple([z.string()]),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});

/** What a role may do, one line per statement and resource. */
function permissionsOf(role: string): string[] {
  return stack
    .resources('AWS::IAM::Policy')
    .map(({ properties }) => policySchema.parse(properties))
    .filter((policy) => policy.Roles[0] === `<${role}>`)
    .flatMap((policy) => policy.PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Resource.map((resource) => `${Action.join(' ')} on ${resource}${conditionText(Condition)}`),
    );
}

function conditionText(condition: unknown): string {
  return condition === undefined ? '' : ` if ${JSON.stringify(condition)}`;
}

const TRACING = 'xray:PutTelemetryRecords xray:PutTraceSegments on *';

function logging(name: string): string {
  return `logs:CreateLogStream logs:PutLogEvents on <${name}Logs.Arn>`;
}

describe('each function may do exactly', () => {
  test('ingest-upload: receive uploads, read them, store snapshots, reports and records of merges, reconcile the ledger, send events', () => {
    expect(permissionsOf('IngestUploadRole')).toEqual([
      logging('IngestUpload'),
      TRACING,
      'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on <IngestQueue.Arn>',
      's3:GetObject s3:GetObjectVersion on <UsageBucket.Arn>/uploads/*',
      's3:AbortMultipartUpload s3:GetObject s3:PutObject on <UsageBucket.Arn>/reports/*',
      's3:AbortMultipartUpload s3:GetObject s3:PutObject on <UsageBucket.Arn>/snapshots/*',
      's3:PutObject on <UsageBucket.Arn>/merges/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["uploads/*","snapshots/*","reports/*"]}}',
      'dynamodb:BatchWriteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <LedgerTable.Arn>',
      'events:PutEvents on arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:event-bus/default',
    ]);
  });

  test('authorize-owner: read the key of sessions', () => {
    expect(permissionsOf('AuthorizeOwnerRole')).toEqual([
      logging('AuthorizeOwner'),
      TRACING,
      'secretsmanager:GetSecretValue on <SignInSessionKey>',
    ]);
  });

  test('console: read the key of sessions and the OAuth app', () => {
    expect(permissionsOf('ConsoleRole')).toEqual([
      logging('Console'),
      TRACING,
      'secretsmanager:GetSecretValue on <SignInOAuthApp>',
      'secretsmanager:GetSecretValue on <SignInSessionKey>',
    ]);
  });

  test('read-usage: read the ledger and reports, sign downloads, have them made', () => {
    expect(permissionsOf('ReadUsageRole')).toEqual([
      logging('ReadUsage'),
      TRACING,
      's3:GetObject on <UsageBucket.Arn>/downloads/*',
      's3:GetObject on <UsageBucket.Arn>/reports/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["reports/*"]}}',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["downloads/*"]}}',
      'lambda:InvokeFunction on <WriteDownloadFunction.Arn>',
      'dynamodb:GetItem dynamodb:Query on <LedgerTable.Arn>',
      'dynamodb:PutItem dynamodb:Query on <AuditTable.Arn>',
    ]);
  });

  test('write-download: read reports, store downloads', () => {
    expect(permissionsOf('WriteDownloadRole')).toEqual([
      logging('WriteDownload'),
      TRACING,
      's3:GetObject on <UsageBucket.Arn>/reports/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["reports/*"]}}',
      's3:AbortMultipartUpload s3:GetObject s3:PutObject on <UsageBucket.Arn>/downloads/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["downloads/*"]}}',
    ]);
  });

  test('sync: read the connections, store snapshots, reports and records of merges, reconcile the ledger, send events, tell of failures', () => {
    expect(permissionsOf('SyncRole')).toEqual([
      logging('Sync'),
      TRACING,
      'sqs:SendMessage on <SyncFailuresQueue.Arn>',
      'secretsmanager:GetSecretValue on <ConnectionsSecret>',
      's3:AbortMultipartUpload s3:GetObject s3:PutObject on <UsageBucket.Arn>/reports/*',
      's3:AbortMultipartUpload s3:GetObject s3:PutObject on <UsageBucket.Arn>/snapshots/*',
      's3:PutObject on <UsageBucket.Arn>/merges/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["snapshots/*","reports/*"]}}',
      'dynamodb:BatchWriteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <LedgerTable.Arn>',
      'events:PutEvents on arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:event-bus/default',
    ]);
  });

  test('mail-owners: publish to their topic, tell of failures', () => {
    expect(permissionsOf('MailOwnersRole')).toEqual([
      logging('MailOwners'),
      TRACING,
      'sns:Publish on <MailOwnersTopic>',
      'sqs:SendMessage on <MailOwnersFailuresQueue.Arn>',
    ]);
  });

  test('sync-now: take the lease, store the run, start it', () => {
    expect(permissionsOf('SyncNowRole')).toEqual([
      logging('SyncNow'),
      TRACING,
      'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on <LedgerTable.Arn>',
      'lambda:InvokeFunction on <SyncFunction.Arn>',
      'dynamodb:PutItem on <AuditTable.Arn>',
    ]);
  });

  test('check-sync-age: list the sources, tell of failures', () => {
    expect(permissionsOf('CheckSyncAgeRole')).toEqual([
      logging('CheckSyncAge'),
      TRACING,
      'sqs:SendMessage on <SyncFailuresQueue.Arn>',
      'dynamodb:Query on <LedgerTable.Arn>',
    ]);
  });

  test('manage-personal-data: search downloads, reports and snapshots, list uploads, read the ledger, note erasures and have them done', () => {
    expect(permissionsOf('ManagePersonalDataRole')).toEqual([
      logging('ManagePersonalData'),
      TRACING,
      's3:GetObject on <UsageBucket.Arn>/downloads/*',
      's3:GetObject on <UsageBucket.Arn>/reports/*',
      's3:GetObject on <UsageBucket.Arn>/snapshots/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["downloads/*","reports/*","snapshots/*","uploads/*"]}}',
      'dynamodb:GetItem dynamodb:PutItem dynamodb:Query on <LedgerTable.Arn>',
      'dynamodb:PutItem on <AuditTable.Arn>',
      'lambda:InvokeFunction on <ErasePersonalDataFunction.Arn>',
    ]);
  });

  test('erase-personal-data: delete and rewrite snapshots and reports, delete downloads and dismissals, and nothing of uploads or the audit trail', () => {
    expect(permissionsOf('ErasePersonalDataRole')).toEqual([
      logging('ErasePersonalData'),
      TRACING,
      's3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:PutObject on <UsageBucket.Arn>/reports/*',
      's3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:PutObject on <UsageBucket.Arn>/snapshots/*',
      's3:DeleteObject s3:GetObject on <UsageBucket.Arn>/downloads/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["downloads/*","reports/*","snapshots/*"]}}',
      'dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query on <LedgerTable.Arn>',
    ]);
  });

  test('manage-usage: sign uploads, look one up, send it back to the queue, switch automatic sync, dismiss findings, read snapshots', () => {
    expect(permissionsOf('ManageUsageRole')).toEqual([
      logging('ManageUsage'),
      TRACING,
      's3:PutObject on <UsageBucket.Arn>/uploads/*',
      's3:GetObject on <UsageBucket.Arn>/reports/*',
      's3:GetObject on <UsageBucket.Arn>/snapshots/*',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["reports/*"]}}',
      's3:ListBucket on <UsageBucket.Arn> if {"StringLike":{"s3:prefix":["snapshots/*"]}}',
      'dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <LedgerTable.Arn>',
      'sqs:SendMessage on <IngestQueue.Arn>',
      'dynamodb:PutItem on <AuditTable.Arn>',
    ]);
  });
});

test('the audit trail is added to and read, and by no function changed', () => {
  const allowed = stack
    .resources('AWS::IAM::Policy')
    .flatMap(({ properties }) => policySchema.parse(properties).PolicyDocument.Statement)
    .filter(({ Resource }) => Resource.some((resource) => /AuditTable|^\*$/.test(resource)))
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith('dynamodb:'));
  expect(new Set(allowed)).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']));
});

test('no action is a wildcard, and X-Ray alone is allowed on everything', () => {
  const statements = stack
    .resources('AWS::IAM::Policy')
    .flatMap(({ properties }) => policySchema.parse(properties).PolicyDocument.Statement);
  expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  const onEverything = statements.filter(({ Resource }) => Resource.includes('*'));
  expect(new Set(onEverything.flatMap(({ Action }) => Action))).toEqual(
    new Set(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
  );
});

test('only CDK’s own function has a managed policy', () => {
  const roles = stack
    .resources('AWS::IAM::Role')
    .filter(({ properties }) => 'ManagedPolicyArns' in properties);
  expect(roles.map(({ logicalId }) => logicalId)).toEqual([
    expect.stringMatching(/^BucketNotificationsHandler/),
  ]);
});
