import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { type Grantee, UsageFunction, type UsageFunctionProps } from '../../cdk/constructs/usage-function.ts';

const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  SHARE: z.string().pipe(z.coerce.number<string>().max(1)),
});

type Props = UsageFunctionProps<typeof configSchema>;

/** A function in a stack of its own, without its bundle, which does not matter here. */
function newFunction(settings: Props['settings']): UsageFunction<typeof configSchema> {
  const app = new App({ context: { [BUNDLING_STACKS]: [] } });
  return new UsageFunction(new Stack(app, 'Stack'), 'Function', {
    folder: 'read-usage',
    description: 'A function.',
    configSchema,
    settings,
    memorySize: 128,
    timeout: Duration.seconds(1),
    logRetention: RetentionDays.ONE_DAY,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

const readBucket = new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::bucket/*'] });

test('a variable that no grant sets fails the synthesis', () => {
  expect(newFunction({ SHARE: 0.5 }).node.validate()).toEqual([
    'The function reads BUCKET_NAME and no grant sets it: call the grant that does',
  ]);
});

test('with its grant the function is complete', () => {
  const granted = newFunction({ SHARE: 0.5 });
  granted.allow('BUCKET_NAME', 'bucket', readBucket);
  expect(granted.node.validate()).toEqual([]);
});

test('a value that the function would refuse at its start is refused at synthesis', () => {
  expect(() => newFunction({ SHARE: 2 })).toThrow(/Stack\/Function: [\s\S]*SHARE/);
});

test('settings are every variable but the granted ones, in the type that the function reads', () => {
  expectTypeOf<Props['settings']>().toEqualTypeOf<{ SHARE: number }>();
});

test('a grant takes only functions that read its variable', () => {
  expectTypeOf<UsageFunction<typeof configSchema>>().toExtend<Grantee<'BUCKET_NAME'>>();
  expectTypeOf<UsageFunction<typeof configSchema>>().not.toExtend<Grantee<'TABLE_NAME'>>();
});
