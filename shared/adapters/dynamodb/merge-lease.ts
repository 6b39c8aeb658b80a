import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { parseHeldLeaseItem } from '../../contracts/ledger/lease-item.ts';
import type { HeldLease, MergeLease } from '../../ports.ts';
import { conditionHeld, unlessConditionFailed } from './condition.ts';
import { acquireLease, releaseLease, renewLease } from './lease-commands.ts';

/** One item, of which the conditions of its writes make a lease. */
export class DynamoDbMergeLease implements MergeLease {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #durationMs: number;

  constructor(client: DynamoDBDocumentClient, table: string, durationMs: number) {
    this.#client = client;
    this.#table = table;
    this.#durationMs = durationMs;
  }

  async acquire(owner: string, nowMs: number): Promise<HeldLease | null> {
    const expiresAtMs = nowMs + this.#durationMs;
    return this.#update(acquireLease(this.#table, owner, { nowMs, expiresAtMs }));
  }

  async renew(lease: HeldLease, nowMs: number): Promise<HeldLease | null> {
    return this.#update(renewLease(this.#table, lease, nowMs + this.#durationMs));
  }

  async release(lease: HeldLease): Promise<void> {
    await conditionHeld(this.#client.send(new UpdateCommand(releaseLease(this.#table, lease))));
  }

  async #update(update: UpdateCommandInput): Promise<HeldLease | null> {
    const result = await unlessConditionFailed(this.#client.send(new UpdateCommand(update)));
    return result === null ? null : parseHeldLeaseItem(result.Attributes);
  }
}
