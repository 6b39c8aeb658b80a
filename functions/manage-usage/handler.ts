import { ulid } from 'ulid';
import { dynamoDbClient, presigningS3Client, sqsClient } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { S3UploadPresigner } from '../../shared/adapters/s3/upload-presigner.ts';
import { SqsIngestQueue } from '../../shared/adapters/sqs/ingest-queue.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ManageUsagePorts, manageUsageRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('manage-usage');
const routes = lazy(() => manageUsageRoutes(connect(readConfig(configSchema))));

function connect({ BUCKET_NAME, TABLE_NAME, INGEST_QUEUE_URL }: Config): ManageUsagePorts {
  const dynamoDb = dynamoDbClient();
  return {
    uploads: new DynamoDbUploadLog(dynamoDb, TABLE_NAME),
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    presigner: new S3UploadPresigner(presigningS3Client(), BUCKET_NAME, () => new Date()),
    queue: new SqsIngestQueue(sqsClient(), INGEST_QUEUE_URL),
    newId: ulid,
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
