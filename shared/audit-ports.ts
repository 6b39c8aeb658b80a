import type { AuditEntry, AuditedAct, Order } from './domain/audit.ts';
import type { Page, PageRequest } from './ports.ts';

/** Who did what. Entries are added and never changed or removed. */
export interface AuditTrail {
  /** To be called when all that is asked was found to be right, before the act: if it throws, nothing may be done. */
  record(order: Order, act: AuditedAct): Promise<void>;
  /** Newest first. */
  list(request: PageRequest): Promise<Page<AuditEntry>>;
}

/** All that whoever acts needs of it. */
export type AuditRecorder = Pick<AuditTrail, 'record'>;
