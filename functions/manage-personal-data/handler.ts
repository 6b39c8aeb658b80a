import { ulid } from 'ulid';
import { dynamoDbClient, lambdaClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbAuditTrail } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { DynamoDbDismissals } from '../../shared/adapters/dynamodb/dismissals.ts';
import { DynamoDbErasureLog } from '../../shared/adapters/dynamodb/erasure-log.ts';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { LambdaErasureStarter } from '../../shared/adapters/lambda/erasure-starter.ts';
import { S3RawUploads } from '../../shared/adapters/s3/raw-uploads.ts';
import { S3StoredFiles } from '../../shared/adapters/s3/stored-files.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ManagePersonalDataPorts, managePersonalDataRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('manage-personal-data');
const routes = lazy(() => managePersonalDataRoutes(connect(readConfig(configSchema))));

function connect(config: Config): ManagePersonalDataPorts {
  const { BUCKET_NAME, TABLE_NAME, AUDIT_TABLE_NAME, ERASE_PERSONAL_DATA_FUNCTION_NAME } = config;
  const dynamoDb = dynamoDbClient();
  const s3 = s3Client();
  return {
    audit: new DynamoDbAuditTrail(dynamoDb, AUDIT_TABLE_NAME, ulid),
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    people: new DynamoDbPeopleLedger(dynamoDb, TABLE_NAME),
    dismissals: new DynamoDbDismissals(dynamoDb, TABLE_NAME),
    erasures: new DynamoDbErasureLog(dynamoDb, TABLE_NAME),
    erasureStarter: new LambdaErasureStarter(lambdaClient(), ERASE_PERSONAL_DATA_FUNCTION_NAME),
    files: new S3StoredFiles(s3, BUCKET_NAME),
    rawUploads: new S3RawUploads(s3, {
      bucket: BUCKET_NAME,
      expireAfterDays: config.UPLOADS_EXPIRE_AFTER_DAYS,
    }),
    personIdOf,
    newId: ulid,
    nowMs: Date.now,
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
