import { buffer } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { QueueMessage } from '../../functions/ingest-upload/ingest-upload.ts';
import { documentClientOf } from '../../shared/adapters/aws-clients.ts';
import { type Moment, startCountingProxy } from './counting-proxy.ts';
import { startDynalite } from './engines/dynalite.ts';
import { type Engine, engineClientConfig } from './engines/engine.ts';
import { createLedgerTable } from './engines/ledger-table.ts';
import { s3rverClient, startS3rver } from './engines/s3rver.ts';
import type { EnterpriseFile } from './enterprise/files.ts';
import { IngestChild } from './ingest-child.ts';
import { ledgerContent } from './ledger-content.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = Date.parse('2026-03-10T12:00:00.000Z');

interface Engines {
  readonly s3: Engine;
  readonly dynamodb: Engine;
}

/** Engines that outlive the processes that use them, behind proxies that see every request. */
export class FaultWorld {
  /** Told of every request of every process. */
  listener: (moment: Moment, target: string) => void = () => undefined;
  readonly #engines: Engines;
  readonly #proxies: Engines;
  readonly #buckets: string[];

  private constructor(engines: Engines, proxies: Engines, buckets: string[]) {
    this.#engines = engines;
    this.#proxies = proxies;
    this.#buckets = buckets;
  }

  /** With room for so many stores. */
  static async start(stores: number): Promise<FaultWorld> {
    const buckets = Array.from({ length: stores }, (_, index) => `stores-${index}`);
    const engines = { s3: await startS3rver(...buckets), dynamodb: await startDynalite() };
    const tell = (moment: Moment, target: string) => world.listener(moment, target);
    const proxies = {
      s3: await startCountingProxy(engines.s3, (moment, { method }) => tell(moment, `s3:${method}`)),
      dynamodb: await startCountingProxy(engines.dynamodb, (moment, { headers }) =>
        tell(moment, `${headers['x-amz-target']}`),
      ),
    };
    const world = new FaultWorld(engines, proxies, buckets);
    return world;
  }

  newChild(): IngestChild {
    return new IngestChild({ s3: this.#proxies.s3.endpoint, dynamodb: this.#proxies.dynamodb.endpoint });
  }

  /** An empty ledger and an empty bucket. */
  async newStores(): Promise<Stores> {
    const name = this.#buckets.pop();
    if (name === undefined) throw new Error('no stores are left: start the world with more');
    await createLedgerTable(this.#engines.dynamodb, name);
    return new Stores(this.#engines, name);
  }

  async stop(): Promise<void> {
    const running = [...Object.values(this.#proxies), ...Object.values(this.#engines)];
    for (const engine of running) await engine.stop();
  }
}

/** One ledger and one bucket. */
export class Stores {
  readonly table: string;
  readonly bucket: string;
  readonly #engines: Engines;

  constructor(engines: Engines, name: string) {
    this.table = name;
    this.bucket = name;
    this.#engines = engines;
  }

  /** Puts files into the bucket; returns their messages. The same files always have the same events. */
  async drop(files: readonly EnterpriseFile[]): Promise<QueueMessage[]> {
    const client = s3rverClient(this.#engines.s3);
    const messages: QueueMessage[] = [];
    for (const { name, hostName, observedDaysAgo, open } of files) {
      const key = `uploads/${hostName === null ? '' : `${hostName}/`}${name}`;
      const observedAt = new Date(NOON - observedDaysAgo * DAY_MS).toISOString();
      await client.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: key,
          Body: await buffer(open()),
          Metadata: { 'observed-at': observedAt },
        }),
      );
      messages.push(createdEvent(key));
    }
    client.destroy();
    return messages;
  }

  get names(): { readonly table: string; readonly bucket: string } {
    return { table: this.table, bucket: this.bucket };
  }

  async content(): Promise<Record<string, unknown>[]> {
    const client = new DynamoDBClient(engineClientConfig(this.#engines.dynamodb));
    return ledgerContent(documentClientOf(client), this.table);
  }
}

function createdEvent(key: string): QueueMessage {
  const record = {
    eventName: 'ObjectCreated:Put',
    eventTime: new Date(NOON).toISOString(),
    s3: { object: { key: encodeURIComponent(key), eTag: 'e', sequencer: '01' } },
  };
  return { id: key, body: JSON.stringify({ Records: [record] }), receiveCount: 1 };
}
