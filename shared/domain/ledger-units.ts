/** What the table charges for: a read unit is of up to 4 KB, a write unit of up to 1 KB. */
export interface LedgerUnits {
  readonly read: number;
  readonly write: number;
}

export function unitsSince(before: LedgerUnits, now: LedgerUnits): LedgerUnits {
  return { read: now.read - before.read, write: now.write - before.write };
}
