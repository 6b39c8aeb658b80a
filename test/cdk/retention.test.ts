import { describe, expect, test } from 'vitest';
import type { Stage } from '../../cdk/stages.ts';
import { type SynthesizedResource, synthesize } from '../support/synthesized-template.ts';

/** Whatever keeps something that nothing brings back once it is gone. */
const STORES = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
];

const DAY = 24 * 60 * 60;

const STAGES: Readonly<Record<Stage, { policy: string; guarded: boolean; logDays: number }>> = {
  dev: { policy: 'Delete', guarded: false, logDays: 30 },
  prod: { policy: 'Retain', guarded: true, logDays: 400 },
};

const stages = Object.entries(STAGES).map(([stage, expected]) => ({
  stage,
  ...expected,
  stack: synthesize({ stage, noticeEmail: 'owners@example.com' }),
}));

const named = (resources: readonly SynthesizedResource[], value: unknown) =>
  resources.map(({ logicalId }) => [logicalId, value]);

describe.each(stages)('in $stage', ({ stack, policy, guarded, logDays }) => {
  const stores = STORES.flatMap((type) => stack.resources(type));

  test(`tables, logs, bucket and secrets that go with the stack, or are replaced: ${policy}`, () => {
    expect(stores.map(({ logicalId, deletionPolicy }) => [logicalId, deletionPolicy])).toEqual(
      named(stores, policy),
    );
    expect(stores.map(({ logicalId, updateReplacePolicy }) => [logicalId, updateReplacePolicy])).toEqual(
      named(stores, policy),
    );
  });

  test(`stack and tables are guarded against deletion: ${guarded}`, () => {
    expect(stack.terminationProtection).toBe(guarded);
    for (const { properties } of stack.resources('AWS::DynamoDB::GlobalTable')) {
      expect(properties.Replicas).toMatchObject([{ DeletionProtectionEnabled: guarded }]);
    }
  });

  test(`every log is kept for ${logDays} days`, () => {
    const logs = stack.resources('AWS::Logs::LogGroup');
    expect(logs.map(({ logicalId, properties }) => [logicalId, properties.RetentionInDays])).toEqual(
      named(logs, logDays),
    );
  });

  test('every function of ours writes to such a log, and the API as well', () => {
    const functions = stack.resources('AWS::Lambda::Function');
    const withoutLog = functions.filter(({ properties }) => !('LoggingConfig' in properties));
    expect(withoutLog.map(({ logicalId }) => logicalId)).toEqual([
      expect.stringMatching(/^BucketNotificationsHandler/),
    ]);
    const [api] = stack.resources('AWS::ApiGatewayV2::Stage');
    expect(api?.properties.AccessLogSettings).toMatchObject({ DestinationArn: '<UsageApiAccessLog.Arn>' });
  });

  test('messages wait for four days, and those given up for a fortnight', () => {
    const days = stack
      .resources('AWS::SQS::Queue')
      .map(({ logicalId, properties }) => [
        logicalId.replace(/[0-9A-F]{8}$/, ''),
        Number(properties.MessageRetentionPeriod) / DAY,
      ]);
    expect(Object.fromEntries(days)).toEqual({
      IngestQueue: 4,
      IngestQueueDeadLetterQueue: 14,
      SyncFailuresQueue: 14,
      MailOwnersFailuresQueue: 14,
    });
  });
});
