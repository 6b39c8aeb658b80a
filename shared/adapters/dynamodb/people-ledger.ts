import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { parseEntryItem, parseLookupItem, parsePersonItem } from '../../contracts/ledger/person-item.ts';
import type { Email } from '../../domain/email.ts';
import type {
  EmailLookup,
  LedgerEntry,
  LedgerPerson,
  PersonId,
  Shard,
  ShardPlan,
} from '../../domain/ledger.ts';
import type { PeopleLedger } from '../../ports.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { BatchWriter } from './batch-writer.ts';
import { conditionHeld } from './condition.ts';
import {
  getPerson,
  lookupWrites,
  peopleWrites,
  queryLookups,
  queryShard,
  unsettleEntry,
} from './people-commands.ts';
import { queryAll } from './query.ts';

/** Single writes: few people change their addresses between two merges. */
const UNSETTLES_AT_ONCE = 16;

/** One partition per shard of people, one per address that leads to people. */
export class DynamoDbPeopleLedger implements PeopleLedger {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #writer: BatchWriter;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#writer = new BatchWriter(client, table);
  }

  async readShard(shard: Shard): Promise<readonly LedgerEntry[]> {
    return queryAll(this.#client, queryShard(this.#table, shard), parseEntryItem);
  }

  async apply(plan: ShardPlan): Promise<void> {
    await forEachConcurrently(plan.unsettles, UNSETTLES_AT_ONCE, async (entry) => {
      await conditionHeld(this.#client.send(new UpdateCommand(unsettleEntry(this.#table, entry))));
    });
    await this.#writer.write(lookupWrites(plan));
    await this.#writer.write(peopleWrites(plan));
  }

  async get(id: PersonId): Promise<LedgerPerson | null> {
    const { Item } = await this.#client.send(new GetCommand(getPerson(this.#table, id)));
    return Item === undefined ? null : parsePersonItem(Item);
  }

  async findLookups(email: Email): Promise<readonly EmailLookup[]> {
    return queryAll(this.#client, queryLookups(this.#table, email), (item) => parseLookupItem(email, item));
  }
}
