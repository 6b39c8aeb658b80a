import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parseUsageItem, parseUsageOnDayItem } from '../../contracts/ledger/usage-item.ts';
import type { CommittedUsage, UsageOnDay } from '../../domain/usage.ts';
import type { UsageLedger } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { queryAll } from './query.ts';
import { getUsage, putUsage, putUsageOnDay, queryUsageHistory } from './usage-commands.ts';

/** One item for now, one for each day of the history. */
export class DynamoDbUsageLedger implements UsageLedger {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(): Promise<CommittedUsage | null> {
    const { Item } = await this.#client.send(new GetCommand(getUsage(this.#table)));
    return Item === undefined ? null : parseUsageItem(Item);
  }

  async commit(usage: CommittedUsage, fence: number): Promise<boolean> {
    return conditionHeld(this.#client.send(new PutCommand(putUsage(this.#table, usage, fence))));
  }

  async recordDay(point: UsageOnDay, generation: number): Promise<void> {
    await conditionHeld(this.#client.send(new PutCommand(putUsageOnDay(this.#table, point, generation))));
  }

  async history(from: string, to: string): Promise<readonly UsageOnDay[]> {
    // DynamoDB refuses BETWEEN with its ends the wrong way round.
    if (from > to) return [];
    return queryAll(this.#client, queryUsageHistory(this.#table, from, to), parseUsageOnDayItem);
  }
}
