import type { AuditRecorder } from '../../shared/audit-ports.ts';
import { type FindingChange, parseFindingId } from '../../shared/contracts/http/findings.ts';
import { findingsOfSources } from '../../shared/contracts/http/findings-of-sources.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { Dismissal, FindingId } from '../../shared/domain/stored-finding.ts';
import type { Dismissals, FindingReports } from '../../shared/findings-ports.ts';
import type { SourceRegistry, UsageLedger } from '../../shared/ports.ts';

export interface DismissFindingPorts {
  readonly audit: AuditRecorder;
  readonly usage: UsageLedger;
  readonly findings: FindingReports;
  readonly dismissals: Dismissals;
  readonly sources: SourceRegistry;
  readonly digestOf: (text: string) => string;
}

export interface Dismissing {
  readonly id: FindingId;
  /** Null: brought back. */
  readonly dismissal: Dismissal | null;
}

/** An owner lets a finding be, or takes that back; either as often as asked. Null when nobody knows of it. */
export async function dismissFinding(
  ports: DismissFindingPorts,
  id: string | undefined,
  change: FindingChange,
  order: Order,
): Promise<Dismissing | null> {
  const { by, now } = order;
  const findingId = parseFindingId(id);
  if (findingId === null || !(await isKnown(ports, findingId, now))) return null;
  const action = change.dismissed ? 'dismiss-finding' : 'restore-finding';
  await ports.audit.record(order, { action, target: findingId });
  if (!change.dismissed) {
    await ports.dismissals.remove(findingId);
    return { id: findingId, dismissal: null };
  }
  const dismissal = { findingId, reason: change.reason, by, at: now.toISOString() };
  await ports.dismissals.put(dismissal);
  return { id: findingId, dismissal };
}

/** In the report of the last merge, dismissed earlier, or said of a source as it is now. */
async function isKnown(ports: DismissFindingPorts, id: FindingId, now: Date): Promise<boolean> {
  const committed = await ports.usage.read();
  if (committed !== null && (await ports.findings.has(committed.reportId, id))) return true;
  const dismissals = await ports.dismissals.list();
  if (dismissals.some(({ findingId }) => findingId === id)) return true;
  const records = await ports.sources.list();
  return findingsOfSources({ records, now, digestOf: ports.digestOf }).some((finding) => finding.id === id);
}
