import { randomUUID } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { parseEntryItem, parseLookupItem, parsePersonItem } from '../../contracts/ledger/person-item.ts';
import { plainEntryOf } from '../../contracts/ledger/plain-entry.ts';
import { notesOf, parseUnsettledItem } from '../../contracts/ledger/unsettled-item.ts';
import type { Email } from '../../domain/email.ts';
import type {
  EmailLookup,
  LedgerEntry,
  LedgerPerson,
  PersonId,
  Shard,
  ShardPlan,
  UnsettledNote,
} from '../../domain/ledger.ts';
import type { PeopleLedger } from '../../ports.ts';
import { BatchWriter } from './batch-writer.ts';
import {
  getPerson,
  lookupWrites,
  noteDeletes,
  notePuts,
  peopleWrites,
  queryLookups,
  queryNotes,
  queryShard,
} from './people-commands.ts';
import { queryAll, queryAllSent } from './query.ts';

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
    return queryAllSent(this.#client, queryShard(this.#table, shard), entryOf);
  }

  async apply(plan: ShardPlan): Promise<void> {
    const notes = notesOf(plan.unsettles, randomUUID);
    await this.#writer.write(notePuts(notes));
    await this.#writer.write(lookupWrites(plan));
    await this.#writer.write(peopleWrites(plan));
    await this.removeNotes(notes);
  }

  async readNotes(): Promise<readonly UnsettledNote[]> {
    return queryAll(this.#client, queryNotes(this.#table), parseUnsettledItem);
  }

  async removeNotes(notes: readonly UnsettledNote[]): Promise<void> {
    await this.#writer.write(noteDeletes(notes));
  }

  async get(id: PersonId): Promise<LedgerPerson | null> {
    const { Item } = await this.#client.send(new GetCommand(getPerson(this.#table, id)));
    return Item === undefined ? null : parsePersonItem(Item);
  }

  async findLookups(email: Email): Promise<readonly EmailLookup[]> {
    return queryAll(this.#client, queryLookups(this.#table, email), (item) => parseLookupItem(email, item));
  }
}

/** Throws UnreadableItemError. */
function entryOf(item: Record<string, AttributeValue>): LedgerEntry {
  return plainEntryOf(item) ?? parseEntryItem(unmarshall(item));
}
