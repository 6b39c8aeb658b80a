import { describe, expect, it } from 'vitest';
import { readStack } from '../../../../cdk/local/template/stack.ts';
import { type Resource, resourcesOfType, type Template } from '../../../../cdk/local/template/template.ts';
import { tinyResources } from '../tiny-stack.ts';

const ENDPOINTS = {
  api: 'http://a',
  s3: 'http://s',
  dynamodb: 'http://d',
  sqs: 'http://q',
  lambda: 'http://l',
  secretsManager: 'http://m',
  eventBridge: 'http://e',
  sns: 'http://n',
};
const read = (Resources: Template['Resources']) => readStack({ Resources }, ENDPOINTS);

/** The tiny stack with one resource changed; null takes it away. */
function changed(
  logicalId: string,
  properties: Readonly<Record<string, unknown>> | null,
): Template['Resources'] {
  const { [logicalId]: resource, ...others } = tinyResources();
  if (resource === undefined) throw new Error(`There is no ${logicalId}`);
  if (properties === null) return others;
  return { ...others, [logicalId]: { ...resource, Properties: { ...resource.Properties, ...properties } } };
}

const added = (resource: Resource) => ({ ...tinyResources(), Added: resource });

describe('a template', () => {
  it('gives what runs', () => {
    const stack = read(tinyResources());
    expect(stack.tables.map(({ name }) => name)).toEqual(['Table']);
    expect(stack.queues.map(({ name }) => name)).toEqual(['DeadLetters', 'Queue', 'Failures']);
    expect(stack.functions.map(({ name }) => name)).toEqual(['Consumer', 'Answerer', 'Doorkeeper', 'Chore']);
    expect(stack.httpApi?.routes).toEqual([
      {
        routeKey: 'POST /things/{id}',
        functionName: 'Answerer',
        timeoutMs: 30_000,
        authorizerName: 'Doorkeeper',
      },
    ]);
    expect(stack.notifications).toEqual([
      {
        bucket: 'files',
        queueArn: 'arn:aws:sqs:us-east-1:000000000000:Queue',
        events: ['s3:ObjectCreated:*'],
        prefix: 'uploads/',
        suffix: '',
      },
    ]);
    expect(stack.mappings).toEqual([
      {
        queueArn: 'arn:aws:sqs:us-east-1:000000000000:Queue',
        functionName: 'Consumer',
        batchSize: 10,
        batchingWindowMs: 0,
        reportsBatchItemFailures: true,
        maximumConcurrency: 2,
      },
    ]);
  });

  it('says which functions are invoked at which times, and what becomes of failures', () => {
    const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:Chore';
    const schedule = { kind: 'cron', pattern: '0 0 5 * * MON *' };
    const rule = { ruleName: 'Weekly', ruleArn: 'arn:aws:events:us-east-1:000000000000:rule/Weekly' };
    const failures = 'arn:aws:sqs:us-east-1:000000000000:Failures';
    const stack = read(tinyResources());
    expect(stack.schedules).toEqual([
      { ...rule, schedule, functionArn, input: null, deadLetterArn: failures },
      { ...rule, schedule, functionArn, input: { json: { constant: true } }, deadLetterArn: null },
    ]);
    expect(stack.asyncSettings).toEqual([
      { functionName: 'Chore', retryAttempts: 1, maxEventAgeMs: 21_600_000, failureQueueArn: failures },
    ]);
  });

  it('leaves out the functions that only help CloudFormation to deploy', () => {
    const helper: Resource = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { ZipFile: 'import boto3' },
        Handler: 'index.handler',
        Runtime: 'python3.13',
        Role: 'x',
      },
    };
    const [[, notifications] = []] = resourcesOfType(
      { Resources: tinyResources() },
      'Custom::S3BucketNotifications',
    );
    const ServiceToken = { 'Fn::GetAtt': ['Added', 'Arn'] };
    const resources = {
      ...added(helper),
      Notifications: {
        Type: 'Custom::S3BucketNotifications',
        Properties: { ...notifications?.Properties, ServiceToken },
      },
    };
    expect(read(resources).functions.map(({ name }) => name)).toEqual([
      'Consumer',
      'Answerer',
      'Doorkeeper',
      'Chore',
    ]);
  });

  it('reads the policies of a role wherever they stand', () => {
    const Policies = [{ PolicyName: 'Inline', PolicyDocument: { Statement: [] } }];
    const { roles } = read(changed('ConsumerRole', { Policies }));
    expect(roles.find(({ name }) => name === 'ConsumerRole')?.policies.map(({ name }) => name)).toEqual([
      'Inline',
      'ConsumerRolePolicy',
    ]);
  });
});

describe('what cannot be run locally is an error', () => {
  it.each([
    {
      what: 'a type that nobody has decided about',
      resources: added({ Type: 'AWS::Events::EventBus', Properties: {} }),
      message: 'Added has the type AWS::Events::EventBus',
    },
    {
      what: 'a condition',
      resources: added({ Type: 'AWS::SQS::Queue', Properties: {}, Condition: 'IsProd' }),
      message: 'Added exists only under the condition IsProd',
    },
    {
      what: 'a property that nobody has decided about',
      resources: changed('Mapping', { FilterCriteria: { Filters: [] } }),
      message:
        /Mapping \(AWS::Lambda::EventSourceMapping\) cannot be run locally as it stands:\n.*"FilterCriteria"/,
    },
    {
      what: 'a reference that cannot be resolved',
      resources: changed('Mapping', { FunctionName: { Ref: 'Gone' } }),
      message: 'Mapping (AWS::Lambda::EventSourceMapping): Gone is no resource of the template',
    },
    {
      what: 'a managed policy of unknown content',
      resources: changed('ConsumerRole', {
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
      message: /ConsumerRole .*\n.*the local run does not know what this managed policy allows/,
    },
    {
      what: 'a route without an integration',
      resources: changed('Route', { Target: 'integrations/Gone' }),
      message: 'Route leads to no integration of the template',
    },
    {
      what: 'a route that asks an authorizer of elsewhere',
      resources: changed('Authorizer', null),
      message: 'Route (AWS::ApiGatewayV2::Route): Authorizer is no resource of the template',
    },
    {
      what: 'a route that asks something else than an authorizer',
      resources: changed('Route', { AuthorizerId: { Ref: 'Integration' } }),
      message: 'Route asks no authorizer of the template',
    },
    {
      what: 'a route that names no authorizer',
      resources: changed('Route', { AuthorizerId: { Ref: 'AWS::NoValue' } }),
      message: /AuthorizerId/,
    },
    {
      what: 'an authorizer that nobody would ask',
      resources: changed('Route', { AuthorizationType: 'NONE' }),
      message: /AuthorizerId/,
    },
    {
      what: 'a route for callers with IAM permission',
      resources: changed('Route', { AuthorizationType: 'AWS_IAM' }),
      message: /AuthorizationType/,
    },
    {
      what: 'verdicts that API Gateway remembers',
      resources: changed('Authorizer', { AuthorizerResultTtlInSeconds: 300 }),
      message: /AuthorizerResultTtlInSeconds/,
    },
    {
      what: 'requests that API Gateway refuses before the authorizer',
      resources: changed('Authorizer', { IdentitySource: ['$request.header.Authorization'] }),
      message: /IdentitySource/,
    },
    {
      what: 'an authorizer that answers with a policy',
      resources: changed('Authorizer', { EnableSimpleResponses: false }),
      message: /EnableSimpleResponses/,
    },
    {
      what: 'an authorizer that is not there',
      resources: changed('Doorkeeper', null),
      message: /Doorkeeper is no resource of the template/,
    },
    {
      what: 'an authorizer that API Gateway may not invoke',
      resources: changed('DoorkeeperPermission', null),
      message:
        'POST /things/{id}: no AWS::Lambda::Permission lets apigateway.amazonaws.com invoke Doorkeeper',
    },
    {
      what: 'an API without a stage',
      resources: changed('Stage', null),
      message: 'Api has no stage, so AWS would answer no request',
    },
    {
      what: 'a function that API Gateway may not invoke',
      resources: changed('AnswererPermission', null),
      message: 'POST /things/{id}: no AWS::Lambda::Permission lets apigateway.amazonaws.com invoke Answerer',
    },
    {
      what: 'a schedule that EventBridge would refuse',
      resources: changed('Weekly', { ScheduleExpression: 'cron(0 5 * * MON)' }),
      message: /Weekly .*\n.*neither cron\(\.\.\.\) nor rate\(\.\.\.\)/,
    },
    {
      what: 'a rule with both a schedule and a pattern',
      resources: changed('Weekly', { EventPattern: { source: ['aws.s3'] } }),
      message: /Weekly .*\n.*"ScheduleExpression"/,
    },
    {
      what: 'a rule that leads to no function',
      resources: changed('Weekly', { Targets: [{ Id: 'x', Arn: 'arn:aws:lambda:x' }] }),
      message: 'The rule Weekly leads to no function of the template',
    },
    {
      what: 'a function that EventBridge may not invoke',
      resources: changed('ChorePermission', null),
      message: 'Weekly: no AWS::Lambda::Permission lets events.amazonaws.com invoke Chore',
    },
    {
      what: 'failures that go to no queue',
      resources: changed('ChoreSettings', {
        DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:000000000000:Gone' } },
      }),
      message: 'arn:aws:sqs:us-east-1:000000000000:Gone is no queue of the template',
    },
    {
      what: 'failures of no function',
      resources: changed('ChoreSettings', { FunctionName: 'Gone' }),
      message: 'An AWS::Lambda::EventInvokeConfig is of Gone, no function of the template',
    },
    {
      what: 'a secret without a value',
      resources: added({ Type: 'AWS::SecretsManager::Secret', Properties: {} }),
      message: /Added .*\n.*\n.*SecretString/,
    },
    {
      what: 'a bucket that pages of any origin may write to',
      resources: added({
        Type: 'AWS::S3::Bucket',
        Properties: {
          CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['*'], AllowedMethods: ['PUT'] }] },
        },
      }),
      message: /Added .*\n.*\n.*AllowedOrigins/,
    },
    {
      what: 'a mapping that leads to no function',
      resources: changed('Mapping', { FunctionName: 'Gone' }),
      message: 'feeds Gone, which is no function of the template',
    },
    {
      what: 'a mapping from no queue',
      resources: changed('Mapping', { EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:Gone' }),
      message: 'arn:aws:sqs:us-east-1:000000000000:Gone is no queue of the template',
    },
  ])('$what', ({ resources, message }) => {
    expect(() => read(resources)).toThrow(message);
  });
});
