import { describe, expect, it } from 'vitest';
import { readStack } from '../../../../cdk/local/template/stack.ts';
import { type Resource, resourcesOfType, type Template } from '../../../../cdk/local/template/template.ts';
import { tinyResources } from '../tiny-stack.ts';

const ENDPOINTS = { api: 'http://a', s3: 'http://s', dynamodb: 'http://d', sqs: 'http://q' };
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
    expect(stack.queues.map(({ name }) => name)).toEqual(['DeadLetters', 'Queue']);
    expect(stack.functions.map(({ name }) => name)).toEqual(['Consumer', 'Answerer']);
    expect(stack.httpApi?.routes).toEqual([
      { routeKey: 'POST /things/{id}', functionName: 'Answerer', timeoutMs: 30_000 },
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
    expect(read(resources).functions.map(({ name }) => name)).toEqual(['Consumer', 'Answerer']);
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
      resources: added({ Type: 'AWS::Events::Rule', Properties: {} }),
      message: 'Added has the type AWS::Events::Rule',
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
