import { ulid } from 'ulid';
import type { AuditTrail } from '../../../shared/audit-ports.ts';
import type { AuditEntry, AuditedAct, Order } from '../../../shared/domain/audit.ts';
import type { Page, PageRequest } from '../../../shared/ports.ts';

/** Entries in the order in which they were recorded. */
export class InMemoryAuditTrail implements AuditTrail {
  readonly entries: AuditEntry[] = [];

  async record({ by, now }: Order, act: AuditedAct): Promise<void> {
    this.entries.push({ id: ulid(now.getTime()), by, at: now.toISOString(), ...act });
  }

  async list({ page, perPage }: PageRequest): Promise<Page<AuditEntry>> {
    const newestFirst = this.entries.toSorted((a, b) => (a.id < b.id ? 1 : -1));
    return { items: newestFirst.slice((page - 1) * perPage, page * perPage), total: newestFirst.length };
  }

  /** What was done, without when and by whom. */
  get acts(): AuditedAct[] {
    return this.entries.map(({ action, target }) => ({ action, target }));
  }
}
