import * as z from 'zod';
import { AUDIT_ACTIONS, type AuditEntry } from '../../domain/audit.ts';
import { storedInstant } from '../stored-values.ts';
import { itemBase, parseItem, SCHEMA_VERSION } from './item.ts';

export const AUDIT_PARTITION = 'audit';

const auditItem = z.object({
  ...itemBase,
  ordered_by: z.string(),
  ordered_at: storedInstant,
  action: z.enum(AUDIT_ACTIONS),
  target: z.string(),
});

export function auditItemOf({ id, by, at, action, target }: AuditEntry): z.infer<typeof auditItem> {
  return {
    pk: AUDIT_PARTITION,
    sk: id,
    schema_version: SCHEMA_VERSION,
    ordered_by: by,
    ordered_at: at,
    action,
    target,
  };
}

/** Throws UnreadableItemError. */
export function parseAuditItem(item: unknown): AuditEntry {
  const { sk, ordered_by: by, ordered_at: at, action, target } = parseItem('audit', auditItem, item);
  return { id: sk, by, at, action, target };
}
