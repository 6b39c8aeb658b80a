import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parseUploadItem, UPLOAD_PARTITION } from '../../contracts/ledger/upload-item.ts';
import type { Upload } from '../../domain/upload.ts';
import type { Page, PageRequest, UploadLog } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { listNewestFirst } from './time-ordered-log.ts';
import { getUpload, putConcludedUpload, putReceivedUpload } from './upload-commands.ts';

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

  async list(request: PageRequest): Promise<Page<Upload>> {
    const log = { table: this.#table, partition: UPLOAD_PARTITION, parse: parseUploadItem };
    return listNewestFirst(this.#client, log, request);
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
