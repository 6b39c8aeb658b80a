import { describe, expect, test } from 'vitest';
import { type SynthesizedStack, synthesize } from '../support/synthesized-template.ts';

const dev = synthesize();
const prod = synthesize({ stage: 'prod' });

function only(stack: SynthesizedStack, type: string, logicalId = /./) {
  const [resource, ...others] = stack.resources(type).filter((found) => logicalId.test(found.logicalId));
  if (resource === undefined || others.length > 0) throw new Error(`expected one ${type}`);
  return resource;
}

describe('the bucket', () => {
  const { properties } = only(dev, 'AWS::S3::Bucket');

  test.each([
    ['dev', dev],
    ['prod', prod],
  ])('is private, versioned and encrypted in %s', (_, stack) => {
    expect(only(stack, 'AWS::S3::Bucket').properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });

  test('refuses what does not come over TLS 1.2', () => {
    const policy = only(dev, 'AWS::S3::BucketPolicy').properties;
    const everything = ['<UsageBucket.Arn>', '<UsageBucket.Arn>/*'];
    const refusal = { Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Resource: everything };
    expect(policy.PolicyDocument).toMatchObject({
      Statement: [
        { ...refusal, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { ...refusal, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
      ],
    });
  });

  test('takes uploads from pages of the API’s own origin, and no other request of a page', () => {
    expect(properties.CorsConfiguration).toEqual({
      CorsRules: [
        {
          Id: 'uploads-from-console',
          AllowedOrigins: ['<UsageApi.ApiEndpoint>'],
          AllowedMethods: ['PUT'],
          AllowedHeaders: ['content-type'],
          MaxAge: 3600,
        },
      ],
    });
  });

  test('loses raw uploads after 30 days, downloads after 7, and keeps snapshots, reports and records of merges', () => {
    expect(properties.LifecycleConfiguration).toEqual({
      Rules: [
        {
          Id: 'expire-uploads',
          Status: 'Enabled',
          Prefix: 'uploads/',
          ExpirationInDays: 30,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Id: 'expire-old-snapshots',
          Status: 'Enabled',
          Prefix: 'snapshots/',
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        },
        {
          Id: 'expire-old-reports',
          Status: 'Enabled',
          Prefix: 'reports/',
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        },
        {
          Id: 'expire-old-merges',
          Status: 'Enabled',
          Prefix: 'merges/',
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        },
        {
          Id: 'expire-downloads',
          Status: 'Enabled',
          Prefix: 'downloads/',
          ExpirationInDays: 7,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Id: 'abort-multipart-uploads',
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ],
    });
  });

  test('tells the queue of uploads and of nothing else', () => {
    expect(only(dev, 'Custom::S3BucketNotifications').properties).toMatchObject({
      BucketName: '<UsageBucket>',
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'uploads/' }] } },
            QueueArn: '<IngestQueue.Arn>',
          },
        ],
      },
    });
  });
});

describe('the ledger', () => {
  test('is one on-demand table with pk and sk', () => {
    expect(only(dev, 'AWS::DynamoDB::GlobalTable', /^Ledger/).properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  });

  test.each([
    { stage: 'dev', stack: dev, deletionProtection: false },
    { stage: 'prod', stack: prod, deletionProtection: true },
  ])('can be restored to a point in time in $stage', ({ stack, deletionProtection }) => {
    expect(only(stack, 'AWS::DynamoDB::GlobalTable', /^Ledger/).properties.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: deletionProtection,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ]);
  });
});

describe('the audit trail', () => {
  const tableOf = (stack: SynthesizedStack) => only(stack, 'AWS::DynamoDB::GlobalTable', /^Audit/);

  test('is a table of its own, in which nobody may change or delete an item', () => {
    expect(tableOf(dev).properties.Replicas).toMatchObject([
      {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        ResourcePolicy: {
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Deny',
                Principal: { AWS: '*' },
                Action: [
                  'dynamodb:BatchWriteItem',
                  'dynamodb:DeleteItem',
                  'dynamodb:PartiQLDelete',
                  'dynamodb:PartiQLUpdate',
                  'dynamodb:UpdateItem',
                ],
                Resource: '*',
              },
            ],
          },
        },
      },
    ]);
  });

  test('outlasts a deleted stack in prod', () => {
    expect(tableOf(prod).deletionPolicy).toBe('Retain');
    expect(tableOf(prod).properties.Replicas).toMatchObject([{ DeletionProtectionEnabled: true }]);
  });
});

describe('the queue', () => {
  const queue = only(dev, 'AWS::SQS::Queue', /^IngestQueue[0-9A-F]{8}$/);
  const deadLetters = only(dev, 'AWS::SQS::Queue', /DeadLetter/);
  const ingestUpload = only(dev, 'AWS::Lambda::Function', /^IngestUpload/);
  const mapping = only(dev, 'AWS::Lambda::EventSourceMapping');

  test('gives a message up after ten receives, to a queue that keeps it longer than itself', () => {
    expect(queue.properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: '<IngestQueueDeadLetterQueue.Arn>',
      maxReceiveCount: 10,
    });
    expect(Number(deadLetters.properties.MessageRetentionPeriod)).toBeGreaterThan(
      Number(queue.properties.MessageRetentionPeriod),
    );
  });

  test.each([
    ['queue', queue],
    ['dead-letter queue', deadLetters],
  ])('the %s is encrypted and refuses what does not come over TLS', (_name, { properties, logicalId }) => {
    expect(properties.SqsManagedSseEnabled).toBe(true);
    const policies = dev.resources('AWS::SQS::QueuePolicy').map((policy) => policy.properties);
    expect(policies).toContainEqual(
      expect.objectContaining({
        Queues: [`<${logicalId.slice(0, -8)}>`],
        PolicyDocument: expect.objectContaining({
          Statement: expect.arrayContaining([
            expect.objectContaining({
              Effect: 'Deny',
              Action: 'sqs:*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ]),
        }),
      }),
    );
  });

  test('takes messages from this bucket only', () => {
    const { PolicyDocument } = only(dev, 'AWS::SQS::QueuePolicy', /^IngestQueuePolicy/).properties;
    expect(PolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Deny' },
        {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': '<UsageBucket.Arn>' } },
        },
      ],
    });
  });

  test('feeds ingest-upload, two at a time, and takes back single messages', () => {
    expect(mapping.properties).toMatchObject({
      EventSourceArn: '<IngestQueue.Arn>',
      FunctionName: '<IngestUploadFunction>',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('hides a message for longer than a batch can take, collecting included', () => {
    const longest =
      Number(ingestUpload.properties.Timeout) + Number(mapping.properties.MaximumBatchingWindowInSeconds);
    expect(Number(queue.properties.VisibilityTimeout)).toBeGreaterThan(longest);
  });
});
