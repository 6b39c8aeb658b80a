import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { parseSourceItem } from '../../contracts/ledger/source-item.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import { type ServerInstance, type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';
import type { SourceRecord, SourceRegistry } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { queryAll } from './query.ts';
import { getSource, querySources, updateEncrypted, updateFacts, updateSnapshot } from './source-commands.ts';

/** One item per source, with one attribute per channel. */
export class DynamoDbSourceRegistry implements SourceRegistry {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async list(): Promise<readonly SourceRecord[]> {
    return queryAll(this.#client, querySources(this.#table), parseSourceItem);
  }

  async get(source: SourceId): Promise<SourceRecord | null> {
    const { Item } = await this.#client.send(new GetCommand(getSource(this.#table, source)));
    return Item === undefined ? null : parseSourceItem(Item);
  }

  async register(
    ref: SnapshotRef,
    instance: ServerInstance | null,
  ): Promise<'registered' | 'present' | 'superseded'> {
    if (instance !== null) await this.#learn(instance, ref.observedAt);
    const update = this.#client.send(new UpdateCommand(updateSnapshot(this.#table, ref)));
    if (await conditionHeld(update)) return 'registered';
    const record = await this.get(ref.source);
    const newest = record?.snapshots.find(({ channel }) => channel === ref.channel);
    const isPresent = newest?.observedAt === ref.observedAt && newest.digest === ref.digest;
    return isPresent ? 'present' : 'superseded';
  }

  async noteEncrypted(instance: ServerInstance, observedAt: string, uploadId: string): Promise<void> {
    await this.#learn(instance, observedAt);
    const source = serverSourceId(instance.hostName);
    const update = updateEncrypted(this.#table, source, observedAt, uploadId);
    await conditionHeld(this.#client.send(new UpdateCommand(update)));
  }

  async #learn(instance: ServerInstance, observedAt: string): Promise<void> {
    for (const update of updateFacts(this.#table, instance, observedAt)) {
      await conditionHeld(this.#client.send(new UpdateCommand(update)));
    }
  }
}
