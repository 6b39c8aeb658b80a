import { dynamoDbClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbDismissals } from '../../shared/adapters/dynamodb/dismissals.ts';
import { DynamoDbErasureLog } from '../../shared/adapters/dynamodb/erasure-log.ts';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { DynamoDbUsageLedger } from '../../shared/adapters/dynamodb/usage-ledger.ts';
import { S3FileEraser } from '../../shared/adapters/s3/file-eraser.ts';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import { S3StoredFiles } from '../../shared/adapters/s3/stored-files.ts';
import { parseErasureEvent } from '../../shared/contracts/erasure-event.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type ErasePersonalDataPorts, erasePersonalData } from './erase-personal-data.ts';

// Once per cold start.
const logger = createLogger('erase-personal-data');
const ports = lazy(() => connect(readConfig(configSchema)));

function connect({ BUCKET_NAME, TABLE_NAME }: Config): ErasePersonalDataPorts {
  const dynamoDb = dynamoDbClient();
  const s3 = s3Client();
  return {
    sources: new DynamoDbSourceRegistry(dynamoDb, TABLE_NAME),
    usage: new DynamoDbUsageLedger(dynamoDb, TABLE_NAME),
    people: new DynamoDbPeopleLedger(dynamoDb, TABLE_NAME),
    dismissals: new DynamoDbDismissals(dynamoDb, TABLE_NAME),
    erasures: new DynamoDbErasureLog(dynamoDb, TABLE_NAME),
    uploads: new DynamoDbUploadLog(dynamoDb, TABLE_NAME),
    syncRuns: new DynamoDbSyncRunLog(dynamoDb, TABLE_NAME),
    snapshots: new S3SnapshotStore(s3, BUCKET_NAME),
    files: new S3StoredFiles(s3, BUCKET_NAME),
    eraser: new S3FileEraser(s3, BUCKET_NAME),
    personIdOf,
    now: () => new Date(),
  };
}

// Once per event: the erasure that it names.
function handle(event: unknown) {
  return erasePersonalData(ports(), parseErasureEvent(event));
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle,
  completion: ({ id, state }) => ({ erasure_id: id, state }),
});
