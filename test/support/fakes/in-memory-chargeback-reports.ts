import type { Chargeback } from '../../../shared/domain/chargeback.ts';
import type { ChargebackReports } from '../../../shared/history-ports.ts';

/** Chargebacks by the id of their report. */
export class InMemoryChargebackReports implements ChargebackReports {
  readonly reports = new Map<string, Chargeback>();

  async write(reportId: string, chargeback: Chargeback): Promise<void> {
    this.reports.set(reportId, chargeback);
  }

  async read(reportId: string): Promise<Chargeback | null> {
    return this.reports.get(reportId) ?? null;
  }
}
