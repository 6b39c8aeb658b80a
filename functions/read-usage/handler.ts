import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { dynamoDbClient, lambdaClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbAuditTrail } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { DynamoDbDismissals } from '../../shared/adapters/dynamodb/dismissals.ts';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { LambdaDownloadStarter } from '../../shared/adapters/lambda/download-starter.ts';
import { S3ChangeReports } from '../../shared/adapters/s3/change-reports.ts';
import { S3ChargebackReports } from '../../shared/adapters/s3/chargeback-reports.ts';
import { S3Downloads } from '../../shared/adapters/s3/downloads.ts';
import { S3FindingReports } from '../../shared/adapters/s3/finding-reports.ts';
import { S3LicenseReports } from '../../shared/adapters/s3/license-reports.ts';
import { S3PeopleReports } from '../../shared/adapters/s3/people-reports.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { digestOf, personIdOf } from '../../shared/runtime/fingerprint.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ReadUsagePorts, readUsageRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('read-usage');
const routes = lazy(() => readUsageRoutes(connect(readConfig(configSchema))));

function connect(config: Config): ReadUsagePorts {
  const { BUCKET_NAME, TABLE_NAME, AUDIT_TABLE_NAME, ENTERPRISE_SLUG, WRITE_DOWNLOAD_FUNCTION_NAME } = config;
  const dynamoDb = dynamoDbClient();
  const s3 = s3Client();
  return {
    enterprise: ENTERPRISE_SLUG,
    audit: new DynamoDbAuditTrail(dynamoDb, AUDIT_TABLE_NAME, ulid),
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    people: new DynamoDbPeopleLedger(dynamoDb, TABLE_NAME),
    reports: new S3PeopleReports(s3, BUCKET_NAME),
    licenses: new S3LicenseReports(s3, BUCKET_NAME),
    downloads: new S3Downloads(s3, BUCKET_NAME, () => new Date()),
    downloadStarter: new LambdaDownloadStarter(lambdaClient(), WRITE_DOWNLOAD_FUNCTION_NAME),
    pause: sleep,
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    uploads: new DynamoDbUploadLog(dynamoDb, TABLE_NAME),
    syncRuns: new DynamoDbSyncRunLog(dynamoDb, TABLE_NAME),
    findings: new S3FindingReports(s3, BUCKET_NAME),
    changes: new S3ChangeReports(s3, BUCKET_NAME),
    chargebacks: new S3ChargebackReports(s3, BUCKET_NAME),
    dismissals: new DynamoDbDismissals(dynamoDb, TABLE_NAME),
    digestOf,
    personIdOf,
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
