import type { DatedChargeback } from '../../shared/contracts/http/chargeback.ts';
import { ChargebackTally } from '../../shared/domain/chargeback.ts';
import { summarizeUsage } from '../../shared/domain/summarize-usage.ts';
import type { ChargebackReports } from '../../shared/history-ports.ts';
import type { UsageLedger } from '../../shared/ports.ts';

interface ReadChargebackPorts {
  readonly usage: UsageLedger;
  readonly chargebacks: ChargebackReports;
}

/** Of the last merge. Null when its report is of before chargeback was kept; the next one that is written has it. */
export async function readChargeback({
  usage,
  chargebacks,
}: ReadChargebackPorts): Promise<DatedChargeback | null> {
  const committed = await usage.read();
  if (committed === null) {
    const nobody = new ChargebackTally().result(summarizeUsage([], []));
    return { chargeback: nobody, asOf: null, mergeId: null };
  }
  const chargeback = await chargebacks.read(committed.reportId);
  return chargeback && { chargeback, asOf: committed.asOf, mergeId: committed.mergeId };
}
