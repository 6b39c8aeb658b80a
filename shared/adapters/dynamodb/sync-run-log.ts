import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parseSyncRunItem, SYNC_RUN_PARTITION } from '../../contracts/ledger/sync-run-item.ts';
import type { SyncRun } from '../../domain/sync-run.ts';
import type { Page, PageRequest, SyncRunLog } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { getSyncRun, putSyncRun } from './sync-run-commands.ts';
import { listNewestFirst } from './time-ordered-log.ts';

/** One item per run, with its pulls: runs are in one partition, sorted by ULID, which is by time. */
export class DynamoDbSyncRunLog implements SyncRunLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async get(id: string): Promise<SyncRun | null> {
    const { Item } = await this.#client.send(new GetCommand(getSyncRun(this.#table, id)));
    return Item === undefined ? null : parseSyncRunItem(Item);
  }

  async list(request: PageRequest): Promise<Page<SyncRun>> {
    const log = { table: this.#table, partition: SYNC_RUN_PARTITION, parse: parseSyncRunItem };
    return listNewestFirst(this.#client, log, request);
  }

  async save(run: SyncRun): Promise<void> {
    await conditionHeld(this.#client.send(new PutCommand(putSyncRun(this.#table, run))));
  }
}
