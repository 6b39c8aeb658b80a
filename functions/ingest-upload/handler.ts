import { setTimeout as pause } from 'node:timers/promises';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { ulid } from 'ulid';
import { dynamoDbClient, eventBridgeClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { EventBridgeUsageEvents } from '../../shared/adapters/eventbridge/usage-events.ts';
import { mergePorts } from '../../shared/adapters/merge-ports.ts';
import { S3UploadedFiles } from '../../shared/adapters/s3/uploaded-files.ts';
import { holdPolicyOf } from '../../shared/contracts/hold-settings.ts';
import { MERGE_LEASE_MS } from '../../shared/merge/lease-keeper.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createMetrics } from '../../shared/runtime/metrics.ts';
import { type Config, configSchema } from './config.ts';
import { ingestObserver } from './ingest-observer.ts';
import { type IngestPorts, ingestUploads, type QueueMessage } from './ingest-upload.ts';

// Once per cold start.
const logger = createLogger('ingest-upload');
const observer = ingestObserver(logger, createMetrics('ingest-upload'));
const config = lazy(() => readConfig(configSchema));
const ports = lazy(() => connect(config()));

function connect({ BUCKET_NAME, TABLE_NAME, EVENT_BUS_NAME }: Config): IngestPorts {
  const clients = { s3: s3Client(), dynamoDb: dynamoDbClient() };
  return {
    ...mergePorts(clients, { bucket: BUCKET_NAME, table: TABLE_NAME, leaseMs: MERGE_LEASE_MS }),
    files: new S3UploadedFiles(clients.s3, BUCKET_NAME),
    uploads: new DynamoDbUploadLog(clients.dynamoDb, TABLE_NAME),
    events: new EventBridgeUsageEvents(eventBridgeClient(), EVENT_BUS_NAME),
    told: new DynamoDbToldUsageLog(clients.dynamoDb, TABLE_NAME),
  };
}

// Once per event.
async function handle({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const failed = await ingestUploads(Records.map(queueMessage), ports(), {
    now: Date.now,
    pause,
    deadlineMs: Date.now() + context.getRemainingTimeInMillis(),
    newId: ulid,
    digestOf,
    policy: { hold: holdPolicyOf(config()), maxUploadBytes: config().MAX_UPLOAD_BYTES },
    seatShares: config().SEAT_SHARES,
    observer,
  });
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

function queueMessage({ messageId, body, attributes }: SQSEvent['Records'][number]): QueueMessage {
  return { id: messageId, body, receiveCount: Number(attributes.ApproximateReceiveCount) };
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle,
  completion: ({ batchItemFailures }, { Records }) => ({
    messages: Records.length,
    messages_failed: batchItemFailures.length,
  }),
});
