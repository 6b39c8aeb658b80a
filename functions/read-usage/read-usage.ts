import type { ShownUsage } from '../../shared/contracts/http/usage.ts';
import { addCounts, countFindings } from '../../shared/domain/count-findings.ts';
import { summarizeUsage } from '../../shared/domain/summarize-usage.ts';
import type { UsageLedger } from '../../shared/ports.ts';
import { readSourceFindings, type SourceFindingsPorts } from './read-source-findings.ts';

interface ReadUsagePorts extends SourceFindingsPorts {
  readonly usage: UsageLedger;
}

const NOTHING: ShownUsage = {
  usage: { ...summarizeUsage([], []), findings: countFindings([]), reconciliation: null },
  asOf: null,
  mergedAt: null,
  mergeId: null,
  snapshots: [],
};

/** What the last merge committed, with what is to be said of the sources as they are now among its findings. */
export async function readUsage(ports: ReadUsagePorts, now: Date): Promise<ShownUsage> {
  const [committed, ofSources] = await Promise.all([ports.usage.read(), readSourceFindings(ports, now)]);
  const { usage, ...merge } = committed ?? NOTHING;
  return { ...merge, usage: { ...usage, findings: addCounts(usage.findings, countFindings(ofSources)) } };
}
