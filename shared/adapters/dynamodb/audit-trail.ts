import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditTrail } from '../../audit-ports.ts';
import { AUDIT_PARTITION, parseAuditItem } from '../../contracts/ledger/audit-item.ts';
import type { AuditEntry, AuditedAct, Order } from '../../domain/audit.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { putAuditEntry } from './audit-commands.ts';
import { listNewestFirst } from './time-ordered-log.ts';

/** A table of its own, of which no function may change or delete an item. Entries are sorted by ULID, which is by time. */
export class DynamoDbAuditTrail implements AuditTrail {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #newId: (timeMs: number) => string;

  /** `newId` gives a new ULID of that time. */
  constructor(client: DynamoDBDocumentClient, table: string, newId: (timeMs: number) => string) {
    this.#client = client;
    this.#table = table;
    this.#newId = newId;
  }

  /**
   * Throws also when the entry is there already: then an answer of DynamoDB was lost and the SDK has asked again. What
   * was ordered is not done, and may be ordered again.
   */
  async record({ by, now }: Order, act: AuditedAct): Promise<void> {
    const entry = { id: this.#newId(now.getTime()), by, at: now.toISOString(), ...act };
    await this.#client.send(new PutCommand(putAuditEntry(this.#table, entry)));
  }

  list(request: PageRequest): Promise<Page<AuditEntry>> {
    const log = { table: this.#table, partition: AUDIT_PARTITION, parse: parseAuditItem };
    return listNewestFirst(this.#client, log, request);
  }
}
