import type { ChangesQuery } from '../../shared/contracts/http/changes.ts';
import type { ChangeReports, MergedChange } from '../../shared/history-ports.ts';
import type { Page, UsageLedger } from '../../shared/ports.ts';

interface ListChangesPorts {
  readonly usage: UsageLedger;
  readonly changes: ChangeReports;
}

/** Of all merges until now. None before the first. */
export async function listChanges(
  { usage, changes }: ListChangesPorts,
  { filter, page }: ChangesQuery,
): Promise<Page<MergedChange>> {
  const committed = await usage.read();
  return committed === null ? { items: [], total: 0 } : changes.page(committed.reportId, filter, page);
}
