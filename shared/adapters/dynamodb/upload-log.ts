import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parseUploadId, parseUploadItem } from '../../contracts/ledger/upload-item.ts';
import type { Upload } from '../../domain/upload.ts';
import type { Page, PageRequest, UploadLog } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { queryAll } from './query.ts';
import {
  getUpload,
  putConcludedUpload,
  putReceivedUpload,
  queryUploadIds,
  queryUploads,
} from './upload-commands.ts';

/** Uploads are in one partition, sorted by ULID, which is by time. */
export class DynamoDbUploadLog implements UploadLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async get(id: string): Promise<Upload | null> {
    const { Item } = await this.#client.send(new GetCommand(getUpload(this.#table, id)));
    return Item === undefined ? null : parseUploadItem(Item);
  }

  /**
   * Reads the ids of all uploads for one page of them, since DynamoDB counts no pages. An upload is a few hundred
   * bytes and comes a few times a week: ten years of them are a few replies.
   */
  async list({ page, perPage }: PageRequest): Promise<Page<Upload>> {
    const ids = await queryAll(this.#client, queryUploadIds(this.#table), parseUploadId);
    const [newest, oldest] = ends(ids.slice((page - 1) * perPage, page * perPage));
    if (newest === undefined || oldest === undefined) return { items: [], total: ids.length };
    const items = await queryAll(this.#client, queryUploads(this.#table, newest, oldest), parseUploadItem);
    return { items, total: ids.length };
  }

  async receive(upload: Upload): Promise<Upload> {
    const put = this.#client.send(new PutCommand(putReceivedUpload(this.#table, upload)));
    if (await conditionHeld(put)) return upload;
    return (await this.get(upload.id)) ?? upload;
  }

  async conclude(upload: Upload): Promise<void> {
    await conditionHeld(this.#client.send(new PutCommand(putConcludedUpload(this.#table, upload))));
  }
}

function ends<Item>(items: readonly Item[]): [Item | undefined, Item | undefined] {
  return [items[0], items.at(-1)];
}
