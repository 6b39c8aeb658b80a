import { setTimeout as pause } from 'node:timers/promises';
import { DeleteTableCommand, type DynamoDBClient, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { monotonicFactory } from 'ulid';
import { type IngestPorts, ingestUploads } from '../../functions/ingest-upload/ingest-upload.ts';
import { type RebuiltLedger, rebuildLedger } from '../../functions/rebuild-ledger/rebuild-ledger.ts';
import { documentClientOf } from '../../shared/adapters/aws-clients.ts';
import { ensureLedgerTable } from '../../shared/adapters/dynamodb/ledger-table.ts';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import { DynamoDbUploadLog } from '../../shared/adapters/dynamodb/upload-log.ts';
import { mergePorts } from '../../shared/adapters/merge-ports.ts';
import { readObject } from '../../shared/adapters/s3/objects.ts';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { S3UploadedFiles } from '../../shared/adapters/s3/uploaded-files.ts';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';
import { MERGE_LEASE_MS } from '../../shared/merge/lease-keeper.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { startDynalite } from './engines/dynalite.ts';
import type { Engine } from './engines/engine.ts';
import { createLedgerTable } from './engines/ledger-table.ts';
import { s3rverClient, startS3rver } from './engines/s3rver.ts';
import { InMemoryUsageEvents } from './fakes/in-memory-usage-events.ts';
import { message } from './ingest-world.ts';
import { ledgerContent } from './ledger-content.ts';
import type { Stores } from './stores-file.ts';

const BUCKET = 'license-usage';
const TABLE = 'ledger';
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/** The way in on real engines, and the loss of the table behind it. */
export class RecoveryWorld {
  readonly ports: IngestPorts;
  readonly documents: DynamoDBDocumentClient;
  readonly #engines: readonly Engine[];
  readonly #s3: S3Client;
  readonly #dynamoDb: DynamoDBClient;
  readonly #newId = monotonicFactory();
  #drops = 0;

  private constructor(engines: readonly Engine[], s3: S3Client, dynamoDb: DynamoDBClient) {
    this.#engines = engines;
    this.#s3 = s3;
    this.#dynamoDb = dynamoDb;
    this.documents = documentClientOf(dynamoDb);
    this.ports = {
      ...mergePorts(
        { s3, dynamoDb: this.documents },
        { bucket: BUCKET, table: TABLE, leaseMs: MERGE_LEASE_MS },
      ),
      files: new S3UploadedFiles(s3, BUCKET),
      uploads: new DynamoDbUploadLog(this.documents, TABLE),
      events: new InMemoryUsageEvents(),
      told: new DynamoDbToldUsageLog(this.documents, TABLE),
    };
  }

  static async start(): Promise<RecoveryWorld> {
    const [s3, dynamoDb] = await Promise.all([startS3rver(BUCKET), startDynalite()]);
    return new RecoveryWorld([s3, dynamoDb], s3rverClient(s3), await createLedgerTable(dynamoDb, TABLE));
  }

  /** Drops a file as it was on a day, and ingests it. Returns the id of the upload. */
  async drop(key: string, content: string | Buffer, observedAt: string): Promise<string> {
    const Metadata = { 'observed-at': observedAt };
    await this.#s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: content, Metadata }));
    const number = ++this.#drops;
    const record = {
      eventName: 'ObjectCreated:Put',
      eventTime: new Date(Date.UTC(2026, 5, 1, 0, number)).toISOString(),
      s3: { object: { key: encodeURIComponent(key), eTag: `e${number}`, sequencer: `${number}` } },
    };
    await this.#deliver(`drop-${number}`, { Records: [record] });
    const { items } = await this.ports.uploads.list({ page: 1, perPage: 1 });
    return items[0]?.id ?? '';
  }

  async accept(uploadId: string): Promise<void> {
    await this.#deliver(`accept-${uploadId}`, { accepted_upload: uploadId });
  }

  async dropTable(): Promise<void> {
    await this.#dynamoDb.send(new DeleteTableCommand({ TableName: TABLE }));
    const wait = { client: this.#dynamoDb, maxWaitTime: 10, minDelay: 0.05 };
    await waitUntilTableNotExists(wait, { TableName: TABLE });
  }

  async makeTable(): Promise<void> {
    await ensureLedgerTable(this.#dynamoDb, TABLE);
  }

  async deleteObject(key: string): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }));
  }

  /** As the command does. */
  async rebuild(): Promise<RebuiltLedger> {
    await this.makeTable();
    const snapshotHistory = new S3SnapshotHistory(this.#s3, BUCKET);
    const context = { now: Date.now, pause, newId: this.#newId, digestOf };
    return rebuildLedger({ ...this.ports, snapshotHistory }, { ...context, onReplay: () => undefined });
  }

  /** Raw, as they are stored. */
  async stores(): Promise<Stores> {
    const items: Stores['items'] = [];
    for await (const page of paginateScan({ client: this.documents }, { TableName: TABLE })) {
      for (const item of page.Items ?? []) items.push({ ...item, pk: `${item.pk}`, sk: `${item.sk}` });
    }
    const objects: Stores['objects'] = {};
    for await (const { Contents } of paginateListObjectsV2({ client: this.#s3 }, { Bucket: BUCKET })) {
      for (const { Key = '' } of Contents ?? []) {
        objects[Key] = (await readObject(this.#s3, { Bucket: BUCKET, Key })).toString('base64');
      }
    }
    return { items, objects };
  }

  /** Makes the stores, which have to be empty, those of a version. */
  async restore({ items, objects }: Stores): Promise<void> {
    for (const Item of items) await this.documents.send(new PutCommand({ TableName: TABLE, Item }));
    for (const [Key, content] of Object.entries(objects)) {
      const Body = Buffer.from(content, 'base64');
      await this.#s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
    }
  }

  async content(): Promise<Record<string, unknown>[]> {
    return ledgerContent(this.documents, TABLE);
  }

  async stop(): Promise<void> {
    this.#s3.destroy();
    this.#dynamoDb.destroy();
    for (const engine of this.#engines) await engine.stop();
  }

  async #deliver(id: string, body: unknown): Promise<void> {
    const errors: string[] = [];
    const failed = await ingestUploads([message(id, body)], this.ports, {
      now: Date.now,
      pause,
      deadlineMs: Date.now() + 60_000,
      newId: this.#newId,
      digestOf,
      policy: { hold: DEFAULT_HOLD_POLICY, maxUploadBytes: MAX_UPLOAD_BYTES },
      seatShares: [],
      observer: {
        concluded: () => undefined,
        merged: () => undefined,
        charged: () => undefined,
        notTold: (kind, error) => errors.push(`${kind}: ${error}`),
        failed: (_, error) => errors.push(`${error}`),
      },
    });
    if (failed.length + errors.length > 0) throw new Error(`${id} failed: ${errors.join(', ')}`);
  }
}
