import type { ConsumedLicensesQuery } from '../../shared/contracts/http/consumed-licenses.ts';
import type { LicensePage, LicenseReports, UsageLedger } from '../../shared/ports.ts';

interface ReadConsumedLicensesPorts {
  readonly usage: UsageLedger;
  readonly licenses: LicenseReports;
}

export interface ConsumedLicensesPage extends LicensePage {
  /** Whose the page is; null before the first merge. */
  readonly reportId: string | null;
}

/** Null when the report that was asked for is not there. Unless one is asked for, it is that of the last merge. */
export async function readConsumedLicenses(
  { usage, licenses }: ReadConsumedLicensesPorts,
  { reportId: wanted, page: request }: ConsumedLicensesQuery,
): Promise<ConsumedLicensesPage | null> {
  const reportId = wanted ?? (await usage.read())?.reportId ?? null;
  if (reportId === null) return { reportId, items: [], total: 0, seatsPurchased: null };
  const page = await licenses.page(reportId, request);
  if (page !== null) return { reportId, ...page };
  if (wanted !== null) return null;
  throw new Error(`the report ${reportId} has no licenses: restore it, or let another merge write one`);
}
