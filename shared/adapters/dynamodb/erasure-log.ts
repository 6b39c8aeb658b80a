import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { erasureItemOf, erasureKey, parseErasureItem } from '../../contracts/ledger/erasure-item.ts';
import type { Erasure } from '../../domain/erasure.ts';
import type { ErasureLog } from '../../privacy-ports.ts';

/** One item each. */
export class DynamoDbErasureLog implements ErasureLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async get(id: string): Promise<Erasure | null> {
    const get = new GetCommand({ TableName: this.#table, Key: erasureKey(id), ConsistentRead: true });
    const { Item } = await this.#client.send(get);
    return Item === undefined ? null : parseErasureItem(Item);
  }

  async save(erasure: Erasure): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: erasureItemOf(erasure) }));
  }
}
