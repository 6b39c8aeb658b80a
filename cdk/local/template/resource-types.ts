import type { Template } from './template.ts';

/** Types that the local run acts on. */
const RUN_LOCALLY: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::Secret',
  'Custom::S3BucketNotifications',
]);

/** Types that change nothing about what the functions read, write or answer on one machine. */
const WITHOUT_LOCAL_EFFECT: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  // Nobody is called out or mailed because of a laptop.
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  // Logs are files in the data directory.
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  // Empties a bucket when the stack is deleted.
  'Custom::S3AutoDeleteObjects',
]);

/** Throws an error that names every resource the local run would have to leave out. */
export function assertRunsLocally(template: Template): void {
  const problems = Object.entries(template.Resources).flatMap(([logicalId, { Type, Condition }]) => {
    if (WITHOUT_LOCAL_EFFECT.has(Type)) return [];
    if (!RUN_LOCALLY.has(Type)) return [`${logicalId} has the type ${Type}`];
    return Condition === undefined ? [] : [`${logicalId} exists only under the condition ${Condition}`];
  });
  if (problems.length === 0) return;
  throw new Error(
    `The local run does not know what to do with:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n` +
      'Teach it in cdk/local, or list the type in cdk/local/template/resource-types.ts if it has no effect locally.',
  );
}
