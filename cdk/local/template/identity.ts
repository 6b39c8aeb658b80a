import { ACCOUNT_ID, arn, bucketArn, REGION, roleArn, secretArn, URL_SUFFIX } from './account.ts';
import type { Resource } from './template.ts';

/** Where the services answer on this machine: base URLs without a slash at the end. */
export interface Endpoints {
  readonly api: string;
  readonly s3: string;
  readonly dynamodb: string;
  readonly sqs: string;
  readonly lambda: string;
  readonly secretsManager: string;
  readonly eventBridge: string;
  readonly sns: string;
}

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Identify = (logicalId: string, resource: Resource, endpoints: Endpoints) => Identity;

const IDENTIFY: Readonly<Record<string, Identify>> = {
  'AWS::ApiGatewayV2::Api': (logicalId, _, { api }) => ({
    ref: logicalId,
    attributes: { ApiId: logicalId, ApiEndpoint: api },
  }),
  'AWS::ApiGatewayV2::Authorizer': (logicalId) => ({
    ref: logicalId,
    attributes: { AuthorizerId: logicalId },
  }),
  'AWS::ApiGatewayV2::Integration': (logicalId) => ({ ref: logicalId, attributes: {} }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': (logicalId, resource) => {
    const name = givenName(logicalId, resource, 'Name') ?? logicalId;
    return { ref: name, attributes: { Arn: arn('events', `rule/${name}`) } };
  },
  'AWS::IAM::Role': (logicalId, resource) => {
    const name = givenName(logicalId, resource, 'RoleName') ?? logicalId;
    return { ref: name, attributes: { Arn: roleArn(name), RoleId: logicalId } };
  },
  'AWS::Lambda::Function': (logicalId, resource) => {
    const name = givenName(logicalId, resource, 'FunctionName') ?? logicalId;
    return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
  },
  'AWS::Logs::LogGroup': (logicalId, resource) => {
    const name = givenName(logicalId, resource, 'LogGroupName') ?? logicalId;
    return { ref: name, attributes: { Arn: `${arn('logs', `log-group:${name}`)}:*` } };
  },
  'AWS::S3::Bucket': (logicalId, resource) => {
    // S3 takes lower-case names only.
    const name = givenName(logicalId, resource, 'BucketName') ?? logicalId.toLowerCase().slice(0, 63);
    const domain = { DomainName: `${name}.s3.${URL_SUFFIX}` };
    const regional = { RegionalDomainName: `${name}.s3.${REGION}.${URL_SUFFIX}` };
    return { ref: name, attributes: { Arn: bucketArn(name), ...domain, ...regional } };
  },
  'AWS::SecretsManager::Secret': (logicalId, resource) => {
    const name = givenName(logicalId, resource, 'Name') ?? logicalId;
    return { ref: secretArn(name), attributes: { Id: secretArn(name) } };
  },
  'AWS::SNS::Topic': (logicalId) => ({ ref: arn('sns', logicalId), attributes: { TopicName: logicalId } }),
  'AWS::SQS::Queue': (logicalId, resource, { sqs }) => {
    const name = givenName(logicalId, resource, 'QueueName') ?? logicalId;
    const url = `${sqs}/${ACCOUNT_ID}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
};

/** Null for a type whose name nothing that runs locally needs. */
export function identityOf(logicalId: string, resource: Resource, endpoints: Endpoints): Identity | null {
  return IDENTIFY[resource.Type]?.(logicalId, resource, endpoints) ?? null;
}

function table(logicalId: string, resource: Resource): Identity {
  const name = givenName(logicalId, resource, 'TableName') ?? logicalId;
  return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } };
}

function givenName(logicalId: string, resource: Resource, property: string): string | null {
  const name = resource.Properties[property] ?? null;
  if (name === null || typeof name === 'string') return name;
  throw new Error(`${logicalId}: ${property} is computed; the local run needs a literal name or none`);
}
