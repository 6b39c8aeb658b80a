import {
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../contracts/ledger/item.ts';
import { parseHeldLeaseItem, parseLeaseHolder } from '../../contracts/ledger/lease-item.ts';
import type { HeldLease, Lease } from '../../ports.ts';
import { conditionHeld, unlessConditionFailed } from './condition.ts';
import { acquireLease, getLease, type LeaseItem, releaseLease, renewLease } from './lease-commands.ts';

interface LeaseOptions {
  readonly key: ItemKey;
  /** How long it is held between two heartbeats at most. */
  readonly durationMs: number;
}

/** One item, of which the conditions of its writes make a lease. */
export class DynamoDbLease implements Lease {
  readonly #client: DynamoDBDocumentClient;
  readonly #item: LeaseItem;
  readonly #durationMs: number;

  constructor(client: DynamoDBDocumentClient, table: string, { key, durationMs }: LeaseOptions) {
    this.#client = client;
    this.#item = { table, key };
    this.#durationMs = durationMs;
  }

  async acquire(owner: string, nowMs: number): Promise<HeldLease | null> {
    const expiresAtMs = nowMs + this.#durationMs;
    return this.#update(acquireLease(this.#item, owner, { nowMs, expiresAtMs }));
  }

  async holder(nowMs: number): Promise<string | null> {
    const { Item } = await this.#client.send(new GetCommand(getLease(this.#item)));
    return Item === undefined ? null : parseLeaseHolder(Item, nowMs);
  }

  async renew(lease: HeldLease, nowMs: number): Promise<HeldLease | null> {
    return this.#update(renewLease(this.#item, lease, nowMs + this.#durationMs));
  }

  async release(lease: HeldLease): Promise<void> {
    await conditionHeld(this.#client.send(new UpdateCommand(releaseLease(this.#item, lease))));
  }

  async #update(update: UpdateCommandInput): Promise<HeldLease | null> {
    const result = await unlessConditionFailed(this.#client.send(new UpdateCommand(update)));
    return result === null ? null : parseHeldLeaseItem(result.Attributes);
  }
}
