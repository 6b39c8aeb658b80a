import type { Engines } from '../engines/engines.ts';
import type { AsyncInvocations } from '../events/async-invocations.ts';
import type { LocalEventBus } from '../events/event-bus.ts';
import type { RequestHandler } from '../local-server.ts';
import type { Servers } from '../servers.ts';
import type { BucketDefinition } from '../template/buckets.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { QueueDefinition } from '../template/queues.ts';
import type { Secret } from '../template/secrets.ts';
import type { AccessControl } from './access.ts';
import { awsJsonGateway } from './aws-json-gateway.ts';
import { dynamoDbPermissions } from './dynamodb-permissions.ts';
import { eventBusGateway } from './event-bus-gateway.ts';
import { lambdaGateway } from './lambda-gateway.ts';
import { withMoveTasks } from './move-task.ts';
import { BucketCors } from './s3-cors.ts';
import { s3Gateway } from './s3-gateway.ts';
import { secretsGateway } from './secrets-gateway.ts';
import { snsGateway } from './sns-gateway.ts';
import { sqsPermissions } from './sqs-permissions.ts';

export interface GatewaysOptions {
  readonly servers: Servers;
  readonly engines: Engines;
  readonly buckets: readonly BucketDefinition[];
  readonly queues: readonly QueueDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly invocations: AsyncInvocations;
  readonly bus: LocalEventBus;
  /** Hears of every message that is published to a topic. */
  readonly logMail: (line: string) => void;
  readonly secrets: readonly Secret[];
  readonly access: AccessControl;
  readonly report: (place: string, problem: unknown) => void;
}

/** Opens the way to what the functions use, for everyone as far as the policies of the template go. */
export function serveGateways(options: GatewaysOptions): void {
  const { servers, engines, buckets, queues, functions, invocations, secrets, bus, access, report, logMail } =
    options;
  const onDenied = (message: string) => report('AccessDenied', message);
  const gateways: readonly (readonly [place: string, keyof Servers, RequestHandler])[] = [
    ['S3', 's3', s3Gateway({ engine: engines.s3, access, cors: new BucketCors(buckets), onDenied })],
    [
      'DynamoDB',
      'dynamodb',
      awsJsonGateway({
        engineUrl: engines.dynamodb.url,
        access,
        permissionsOf: dynamoDbPermissions,
        onDenied,
      }),
    ],
    [
      'SQS',
      'sqs',
      withMoveTasks(
        awsJsonGateway({ engineUrl: engines.sqs.url, access, permissionsOf: sqsPermissions, onDenied }),
        { engineUrl: engines.sqs.url, queues, access, onDenied },
      ),
    ],
    ['Lambda', 'lambda', lambdaGateway({ functions, invocations, access, onDenied })],
    ['Secrets Manager', 'secretsManager', secretsGateway({ secrets, access, onDenied })],
    ['EventBridge', 'eventBridge', eventBusGateway({ bus, access, onDenied })],
    ['SNS', 'sns', snsGateway({ access, onDenied, log: logMail })],
  ];
  for (const [place, server, gateway] of gateways) {
    servers[server].serve(gateway, (error) => report(place, error));
  }
}
