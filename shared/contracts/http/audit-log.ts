import * as z from 'zod';
import { AUDIT_ACTIONS, type AuditEntry } from '../../domain/audit.ts';
import type { Page } from '../../ports.ts';

/** `GET /audit-log`, newest first. `target` is an id, or a day: what the action was about. */
export const auditLogSchema = z.strictObject({
  total_count: z.int().min(0),
  entries: z.array(
    z.strictObject({
      id: z.ulid(),
      at: z.iso.datetime(),
      by: z.string(),
      action: z.enum(AUDIT_ACTIONS),
      target: z.string(),
    }),
  ),
});
export type AuditLogBody = z.output<typeof auditLogSchema>;

export function auditLogBody({ items, total }: Page<AuditEntry>): AuditLogBody {
  return {
    total_count: total,
    entries: items.map(({ id, at, by, action, target }) => ({ id, at, by, action, target })),
  };
}
