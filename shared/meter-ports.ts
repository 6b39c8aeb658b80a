import type { LedgerUnits } from './domain/ledger-units.ts';

/** Counts what the requests of this process to the ledger are charged. */
export interface LedgerMeter {
  /** Since the process began. */
  used(): LedgerUnits;
}
