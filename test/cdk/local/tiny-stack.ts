import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assembly } from '../../../cdk/local/assembly.ts';
import { type LocalStack, startLocalStack } from '../../../cdk/local/local-stack.ts';
import { parseTemplate, type Template } from '../../../cdk/local/template/template.ts';

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const allow = (Action: string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const policy = (role: string, ...Statement: unknown[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: `${role}Policy`, PolicyDocument: { Statement }, Roles: [{ Ref: role }] },
});
const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };

/** A bucket that tells a queue of its uploads, a function that takes them, a table, and an API of one function behind an authorizer. */
export function tinyResources(): Template['Resources'] {
  const { Resources } = parseTemplate({
    Resources: {
      Files: { Type: 'AWS::S3::Bucket' },
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          BillingMode: 'PAY_PER_REQUEST',
        },
      },
      DeadLetters: { Type: 'AWS::SQS::Queue' },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 2 },
          VisibilityTimeout: 60,
        },
      },
      QueuePolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Queue' }],
          PolicyDocument: {
            Statement: [
              {
                ...allow(['sqs:SendMessage'], arnOf('Queue')),
                Principal: { Service: 's3.amazonaws.com' },
                Condition: { ArnLike: { 'aws:SourceArn': arnOf('Files') } },
              },
            ],
          },
        },
      },
      Notifications: {
        Type: 'Custom::S3BucketNotifications',
        Properties: {
          ServiceToken: arnOf('Files'),
          BucketName: { Ref: 'Files' },
          Managed: true,
          NotificationConfiguration: {
            QueueConfigurations: [
              {
                Events: ['s3:ObjectCreated:*'],
                QueueArn: arnOf('Queue'),
                Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'uploads/' }] } },
              },
            ],
          },
        },
      },
      ConsumerRole: role,
      ConsumerPolicy: policy(
        'ConsumerRole',
        allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], arnOf('Queue')),
        allow(['s3:GetObject'], { 'Fn::Join': ['', [arnOf('Files'), '/uploads/*']] }),
        allow(['dynamodb:GetItem'], arnOf('Table')),
      ),
      Consumer: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'consumer.zip' },
          Handler: 'index.handler',
          Role: arnOf('ConsumerRole'),
          Runtime: 'nodejs24.x',
          Timeout: 30,
        },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Queue'),
          FunctionName: { Ref: 'Consumer' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
      AnswererRole: role,
      Answerer: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'answerer.zip' },
          Handler: 'index.handler',
          Role: arnOf('AnswererRole'),
          Runtime: 'nodejs24.x',
          MemorySize: 256,
          Timeout: 1,
          Environment: { Variables: { TABLE_NAME: { Ref: 'Table' }, QUEUE_URL: { Ref: 'Queue' } } },
        },
      },
      AnswererPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arnOf('Answerer'),
          Principal: 'apigateway.amazonaws.com',
        },
      },
      DoorkeeperRole: role,
      Doorkeeper: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'doorkeeper.zip' },
          Handler: 'index.handler',
          Role: arnOf('DoorkeeperRole'),
          Runtime: 'nodejs24.x',
        },
      },
      DoorkeeperPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arnOf('Doorkeeper'),
          Principal: 'apigateway.amazonaws.com',
        },
      },
      Authorizer: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: { Ref: 'Api' },
          Name: 'Authorizer',
          AuthorizerType: 'REQUEST',
          AuthorizerUri: {
            'Fn::Join': [
              '',
              [
                'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/',
                arnOf('Doorkeeper'),
                '/invocations',
              ],
            ],
          },
          AuthorizerPayloadFormatVersion: '2.0',
          AuthorizerResultTtlInSeconds: 0,
          EnableSimpleResponses: true,
          IdentitySource: [],
        },
      },
      Failures: { Type: 'AWS::SQS::Queue' },
      FailuresPolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Failures' }],
          PolicyDocument: {
            Statement: [
              {
                ...allow(['sqs:SendMessage'], arnOf('Failures')),
                Principal: { Service: 'events.amazonaws.com' },
                Condition: { ArnEquals: { 'aws:SourceArn': arnOf('Weekly') } },
              },
            ],
          },
        },
      },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: '{}' } },
      ChoreRole: role,
      ChorePolicy: policy(
        'ChoreRole',
        allow(['sqs:SendMessage'], arnOf('Failures')),
        allow(['lambda:InvokeFunction'], arnOf('Chore')),
        allow(['secretsmanager:GetSecretValue'], { Ref: 'Secret' }),
      ),
      Chore: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'chore.zip' },
          Handler: 'index.handler',
          Role: arnOf('ChoreRole'),
          Runtime: 'nodejs24.x',
        },
      },
      ChoreSettings: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Chore' },
          Qualifier: '$LATEST',
          MaximumRetryAttempts: 1,
          DestinationConfig: { OnFailure: { Destination: arnOf('Failures') } },
        },
      },
      ChorePermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arnOf('Chore'),
          Principal: 'events.amazonaws.com',
        },
      },
      Weekly: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'cron(0 5 ? * MON *)',
          State: 'ENABLED',
          Targets: [
            { Id: 'Event', Arn: arnOf('Chore'), DeadLetterConfig: { Arn: arnOf('Failures') } },
            { Id: 'Input', Arn: arnOf('Chore'), Input: '{"constant":true}' },
          ],
        },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'tiny', ProtocolType: 'HTTP' } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true },
      },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: { Ref: 'Api' },
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: arnOf('Answerer'),
          PayloadFormatVersion: '2.0',
        },
      },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'POST /things/{id}',
          Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
          AuthorizationType: 'CUSTOM',
          AuthorizerId: { Ref: 'Authorizer' },
        },
      },
    },
  });
  return Resources;
}

/** Writes down what it gets, then does to each message what its body or key asks for. */
const CONSUMER = `
import { appendFileSync } from 'node:fs';
export async function handler({ Records }) {
  const batchItemFailures = [];
  for (const { messageId, body, attributes } of Records) {
    const receiveCount = Number(attributes.ApproximateReceiveCount);
    appendFileSync(new URL('received.jsonl', import.meta.url), JSON.stringify({ body, receiveCount }) + '\\n');
    if (body.includes('crash-once') && receiveCount === 1) process.kill(process.pid, 'SIGKILL');
    if (body.includes('fail-once') && receiveCount === 1) batchItemFailures.push({ itemIdentifier: messageId });
    if (body.includes('fail-always')) batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
}`;

const ANSWERER = `
export async function handler(event, context) {
  if (event.pathParameters.id === 'hang') return new Promise(() => {});
  if (event.pathParameters.id === 'throw') throw new Error('no');
  const remaining = context.getRemainingTimeInMillis();
  return { environment: process.env, event, timeWasLeft: remaining > 0 && remaining <= 1000 };
}`;

/** Lets everybody in, and tells the function behind it who comes. */
const DOORKEEPER = `
export async function handler({ headers }) {
  return { isAuthorized: true, context: { name: headers['x-name'] ?? 'nobody' } };
}`;

/** Writes down what it gets, then fails if that is what the event asks for. */
const CHORE = `
import { appendFileSync } from 'node:fs';
export async function handler(event, { awsRequestId }) {
  appendFileSync(new URL('received.jsonl', import.meta.url), JSON.stringify({ event, awsRequestId }) + '\\n');
  if (event.fail) throw new RangeError(event.fail);
}`;

export interface TinyStack extends LocalStack {
  readonly directory: string;
  /** What went wrong so far. */
  readonly log: readonly string[];
}

/** A directory for a tiny stack, with the code of its functions. Give it to `removeDirectory` in the end. */
export async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'local-stack-'));
  for (const [name, code] of Object.entries({
    consumer: CONSUMER,
    answerer: ANSWERER,
    doorkeeper: DOORKEEPER,
    chore: CHORE,
  })) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, 'index.mjs'), code);
  }
  return directory;
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true });
}

/** Lines of JSON. */
export function receivedFile(directory: string, functionFolder: 'consumer' | 'chore' = 'consumer'): string {
  return join(directory, functionFolder, 'received.jsonl');
}

export async function startTinyStack(
  directory: string,
  settings: {
    readonly resources?: Template['Resources'];
    readonly fresh?: boolean;
    readonly apiPort?: number;
    readonly secrets?: Readonly<Record<string, string>>;
    readonly scheduleEverySeconds?: number;
  } = {},
): Promise<TinyStack> {
  const log: string[] = [];
  const assembly: Assembly = {
    template: { Resources: settings.resources ?? tinyResources() },
    codeDirectory: (assetKey) => join(directory, assetKey.replace('.zip', '')),
  };
  const stack = await startLocalStack({
    dataDirectory: join(directory, 'data'),
    apiPort: settings.apiPort ?? 0,
    s3Port: 0,
    fresh: settings.fresh ?? false,
    log: (line) => log.push(line),
    onFunctionOutput: () => {},
    onFailure: (reason) => log.push(reason),
    application: async () => ({
      assembly,
      secrets: settings.secrets ?? {},
      runFile: { planted: 'by the application' },
      stop: async () => {},
    }),
    scheduleEverySeconds: settings.scheduleEverySeconds ?? null,
  });
  return { ...stack, directory, log };
}
