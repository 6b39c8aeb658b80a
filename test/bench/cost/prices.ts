import type { LedgerUnits } from '../../../shared/domain/ledger-units.ts';

/**
 * Of a million request units of an on-demand table of the standard class in us-east-1, in dollars.
 * https://aws.amazon.com/dynamodb/pricing/on-demand/
 */
const DOLLARS_PER_MILLION: LedgerUnits = { read: 0.125, write: 0.625 };

export function dollarsOf({ read, write }: LedgerUnits): number {
  return (read * DOLLARS_PER_MILLION.read + write * DOLLARS_PER_MILLION.write) / 1e6;
}
