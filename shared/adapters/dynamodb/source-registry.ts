import {
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { parseSourceItem } from '../../contracts/ledger/source-item.ts';
import type { GitHubConnectSync } from '../../domain/sync-run.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import { type ServerInstance, type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';
import type { HeldUpload, SourceRecord, SourceRegistry, SyncAttempt } from '../../ports.ts';
import { conditionHeld } from './condition.ts';
import { queryAll } from './query.ts';
import {
  getSource,
  querySources,
  updateAutomaticSync,
  updateEncrypted,
  updateFacts,
  updateGitHubConnect,
  updateHeld,
  updateSnapshot,
  updateSync,
} from './source-commands.ts';

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
    if (await this.#update(updateSnapshot(this.#table, ref))) return 'registered';
    const record = await this.get(ref.source);
    const newest = record?.snapshots.find(({ channel }) => channel === ref.channel);
    const isPresent = newest?.observedAt === ref.observedAt && newest.digest === ref.digest;
    return isPresent ? 'present' : 'superseded';
  }

  async noteEncrypted(instance: ServerInstance, observedAt: string, uploadId: string): Promise<void> {
    await this.#learn(instance, observedAt);
    const source = serverSourceId(instance.hostName);
    await this.#update(updateEncrypted(this.#table, source, observedAt, uploadId));
  }

  async noteHeld(source: SourceId, held: HeldUpload): Promise<void> {
    await this.#update(updateHeld(this.#table, source, held));
  }

  async noteGitHubConnect(instance: ServerInstance, sync: GitHubConnectSync): Promise<void> {
    await this.#learn(instance, sync.observedAt);
    const source = serverSourceId(instance.hostName);
    await this.#update(updateGitHubConnect(this.#table, source, sync));
  }

  async noteSync(source: SourceId, attempt: SyncAttempt): Promise<void> {
    for (const update of updateSync(this.#table, source, attempt)) await this.#update(update);
  }

  async setAutomaticSync(source: SourceId, on: boolean): Promise<void> {
    await this.#update(updateAutomaticSync(this.#table, source, on));
  }

  async #learn(instance: ServerInstance, observedAt: string): Promise<void> {
    for (const update of updateFacts(this.#table, instance, observedAt)) await this.#update(update);
  }

  /** False when the condition did not hold, because something newer is there. */
  #update(update: UpdateCommandInput): Promise<boolean> {
    return conditionHeld(this.#client.send(new UpdateCommand(update)));
  }
}
