import { ulid } from 'ulid';
import {
  dynamoDbClient,
  presigningS3Client,
  s3Client,
  sqsClient,
} from '../../shared/adapters/aws-clients.ts';
import { DynamoDbAuditTrail } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { DynamoDbDismissals } from '../../shared/adapters/dynamodb/dismissals.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { S3FindingReports } from '../../shared/adapters/s3/finding-reports.ts';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import { S3UploadPresigner } from '../../shared/adapters/s3/upload-presigner.ts';
import { SqsIngestQueue } from '../../shared/adapters/sqs/ingest-queue.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ManageUsagePorts, manageUsageRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('manage-usage');
const routes = lazy(() => manageUsageRoutes(connect(readConfig(configSchema))));

function connect({ BUCKET_NAME, TABLE_NAME, AUDIT_TABLE_NAME, INGEST_QUEUE_URL }: Config): ManageUsagePorts {
  const dynamoDb = dynamoDbClient();
  const s3 = s3Client();
  return {
    audit: new DynamoDbAuditTrail(dynamoDb, AUDIT_TABLE_NAME, ulid),
    uploads: new DynamoDbUploadLog(dynamoDb, TABLE_NAME),
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    presigner: new S3UploadPresigner(presigningS3Client(), BUCKET_NAME, () => new Date()),
    queue: new SqsIngestQueue(sqsClient(), INGEST_QUEUE_URL),
    findings: new S3FindingReports(s3, BUCKET_NAME),
    snapshots: new S3SnapshotStore(s3, BUCKET_NAME),
    snapshotHistory: new S3SnapshotHistory(s3, BUCKET_NAME),
    syncRuns: new DynamoDbSyncRunLog(dynamoDb, TABLE_NAME),
    dismissals: new DynamoDbDismissals(dynamoDb, TABLE_NAME),
    digestOf,
    newId: ulid,
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
