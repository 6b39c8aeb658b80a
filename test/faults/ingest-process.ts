import { setTimeout as pause } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import {
  type IngestObserver,
  ingestUploads,
  type QueueMessage,
} from '../../functions/ingest-upload/ingest-upload.ts';
import { dynamoDbClient } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { mergePorts } from '../../shared/adapters/merge-ports.ts';
import { S3UploadedFiles } from '../../shared/adapters/s3/uploaded-files.ts';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';
import { DEFAULT_SEAT_SHARES } from '../../shared/domain/seat-shares.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { InMemoryUsageEvents } from '../support/fakes/in-memory-usage-events.ts';

/** What the process is asked to ingest, and where. */
export interface IngestRequest {
  readonly table: string;
  readonly bucket: string;
  readonly messages: readonly QueueMessage[];
}

/** What it answers, if it lives. */
export interface IngestAnswer {
  readonly failed: readonly string[];
  readonly errors: readonly string[];
}

/** Short, so that whoever comes after a killed process does not wait long. */
const LEASE_MS = 600;
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/** Path style, since s3rver serves no bucket by its host name. */
const clients = { s3: new S3Client({ forcePathStyle: true }), dynamoDb: dynamoDbClient() };

export async function ingest({ table, bucket, messages }: IngestRequest): Promise<IngestAnswer> {
  const errors: string[] = [];
  const observer: IngestObserver = {
    concluded: () => undefined,
    merged: () => undefined,
    charged: () => undefined,
    notTold: (kind, error) => errors.push(`${kind} not told: ${error}`),
    failed: (_, error) => errors.push(`${error.name}: ${error.message}`),
  };
  const ports = {
    ...mergePorts(clients, { table, bucket, leaseMs: LEASE_MS }),
    files: new S3UploadedFiles(clients.s3, bucket),
    uploads: new DynamoDbUploadLog(clients.dynamoDb, table),
    events: new InMemoryUsageEvents(),
    told: new DynamoDbToldUsageLog(clients.dynamoDb, table),
  };
  const failed = await ingestUploads(messages, ports, {
    now: Date.now,
    pause,
    deadlineMs: Date.now() + 60_000,
    newId: ulid,
    digestOf,
    policy: { hold: DEFAULT_HOLD_POLICY, maxUploadBytes: MAX_UPLOAD_BYTES },
    seatShares: DEFAULT_SEAT_SHARES,
    observer,
  });
  return { failed, errors };
}

process.on('message', async (request: IngestRequest) => {
  const answer = await ingest(request);
  process.send?.(answer);
});
process.send?.('ready');
