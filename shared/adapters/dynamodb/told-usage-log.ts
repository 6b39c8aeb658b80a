import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  parseToldUsageItem,
  TOLD_USAGE_KEY,
  toldUsageItemOf,
} from '../../contracts/ledger/told-usage-item.ts';
import type { ToldUsage } from '../../domain/told-usage.ts';
import type { ToldUsageLog } from '../../notification-ports.ts';
import { conditionHeld } from './condition.ts';

/** One item. */
export class DynamoDbToldUsageLog implements ToldUsageLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(): Promise<ToldUsage | null> {
    const get = { TableName: this.#table, Key: TOLD_USAGE_KEY, ConsistentRead: true };
    const { Item } = await this.#client.send(new GetCommand(get));
    return Item === undefined ? null : parseToldUsageItem(Item);
  }

  async note(told: ToldUsage): Promise<void> {
    const put = {
      TableName: this.#table,
      Item: toldUsageItemOf(told),
      ConditionExpression: 'attribute_not_exists(pk) OR generation < :generation',
      ExpressionAttributeValues: { ':generation': told.generation },
    };
    await conditionHeld(this.#client.send(new PutCommand(put)));
  }
}
