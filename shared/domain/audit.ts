/** What an owner can order that leaves a trace, or that shows what is stored about people. */
export const AUDIT_ACTIONS = [
  'sync-now',
  'add-upload',
  'accept-upload',
  'dismiss-finding',
  'restore-finding',
  'enable-automatic-sync',
  'disable-automatic-sync',
  'recompute-usage',
  'download-licenses',
  'download-findings',
  'look-up-personal-data',
  'erase-personal-data',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who orders something, and when. */
export interface Order {
  /** Login of the owner. */
  readonly by: string;
  readonly now: Date;
}

/** What is ordered. */
export interface AuditedAct {
  readonly action: AuditAction;
  /** An id: of a run, an upload, a finding, a source, a report or a person; or a day. Never an address. */
  readonly target: string;
}

/** One entry of the audit trail. */
export interface AuditEntry extends AuditedAct {
  /** ULID. */
  readonly id: string;
  /** Login of the owner. */
  readonly by: string;
  readonly at: string;
}
