import type { LedgerUnits } from '../../../shared/domain/ledger-units.ts';
import type { LedgerMeter } from '../../../shared/meter-ports.ts';

/** Nothing is charged in memory, unless a test says so. */
export class InMemoryLedgerMeter implements LedgerMeter {
  units: LedgerUnits = { read: 0, write: 0 };

  used(): LedgerUnits {
    return this.units;
  }
}
