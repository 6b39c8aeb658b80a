import { type ListColumn, narrowed, reordered, reorderedLists, reorderedValues } from './columns.ts';
import type { LicenseColumns } from './license-rows.ts';
import type { Numbers } from './numbers-builder.ts';

/** The columns of license rows as they are taken in: not yet as narrow as can be. */
export interface WideLicenseColumns extends LicenseColumns {
  readonly serverHosts: ListColumn;
  readonly types: Int32Array<ArrayBuffer>;
  readonly totals: Numbers;
}

/** Those given are no more. */
export function inOrder(columns: WideLicenseColumns, order: Uint32Array): WideLicenseColumns {
  return {
    logins: reordered(columns.logins, order),
    samlNameIds: reordered(columns.samlNameIds, order),
    verifiedEmails: reorderedLists(columns.verifiedEmails, order),
    serverPrimaryEmails: reorderedLists(columns.serverPrimaryEmails, order),
    serverUserIds: reorderedValues(columns.serverUserIds, columns.serverHosts.starts, order),
    serverHosts: reorderedLists(columns.serverHosts, order),
    types: reordered(columns.types, order),
    totals: reordered(columns.totals, order),
  };
}

/** Those given are no more. */
export function narrow(columns: WideLicenseColumns): LicenseColumns {
  const { serverHosts, types, totals } = columns;
  return {
    ...columns,
    serverHosts: { ...serverHosts, values: narrowed(serverHosts.values) },
    types: narrowed(types),
    totals: narrowed(totals),
  };
}
