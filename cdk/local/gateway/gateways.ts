import type { Engines } from '../engines/engines.ts';
import type { Servers } from '../servers.ts';
import type { AccessControl } from './access.ts';
import { awsJsonGateway } from './aws-json-gateway.ts';
import { dynamoDbPermissions } from './dynamodb-permissions.ts';
import { s3Gateway } from './s3-gateway.ts';
import { sqsPermissions } from './sqs-permissions.ts';

/** Opens the way to the engines, for everyone as far as the policies of the template go. */
export function serveGateways(
  servers: Servers,
  engines: Engines,
  access: AccessControl,
  report: (place: string, problem: unknown) => void,
): void {
  const onDenied = (message: string) => report('AccessDenied', message);
  servers.s3.serve(s3Gateway({ engine: engines.s3, access, onDenied }), (error) => report('S3', error));
  servers.dynamodb.serve(
    awsJsonGateway({ engineUrl: engines.dynamodb.url, access, permissionsOf: dynamoDbPermissions, onDenied }),
    (error) => report('DynamoDB', error),
  );
  servers.sqs.serve(
    awsJsonGateway({ engineUrl: engines.sqs.url, access, permissionsOf: sqsPermissions, onDenied }),
    (error) => report('SQS', error),
  );
}
