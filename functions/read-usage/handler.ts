import { dynamoDbClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { S3LicenseReports } from '../../shared/adapters/s3/license-reports.ts';
import { S3PeopleReports } from '../../shared/adapters/s3/people-reports.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ReadUsagePorts, readUsageRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('read-usage');
const routes = lazy(() => readUsageRoutes(connect(readConfig(configSchema))));

function connect({ BUCKET_NAME, TABLE_NAME, ENTERPRISE_SLUG }: Config): ReadUsagePorts {
  const dynamoDb = dynamoDbClient();
  const s3 = s3Client();
  return {
    enterprise: ENTERPRISE_SLUG,
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    people: new DynamoDbPeopleLedger(dynamoDb, TABLE_NAME),
    reports: new S3PeopleReports(s3, BUCKET_NAME),
    licenses: new S3LicenseReports(s3, BUCKET_NAME),
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    uploads: new DynamoDbUploadLog(dynamoDb, TABLE_NAME),
    syncRuns: new DynamoDbSyncRunLog(dynamoDb, TABLE_NAME),
    personIdOf,
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
