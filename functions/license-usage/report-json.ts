import { usageBody } from '../../shared/contracts/http/usage.ts';
import {
  type ReportedFile,
  type ReportedFinding,
  reportedFinding,
  type UsageReportBody,
} from '../../shared/contracts/usage-report.ts';
import { entriesOf, serverSourceId, sourceIdOf } from '../../shared/domain/usage-snapshot.ts';
import { digestOf, personIdOf } from '../../shared/runtime/fingerprint.ts';
import { jsonList } from './json-list.ts';
import type { AcceptedFile, CountedFile } from './read-files.ts';
import type { UsageReport } from './usage-report.ts';

/** The report as a script reads it, in pieces: there may be a finding for every second person. */
export function* reportJson(
  report: UsageReport,
  outcomes: readonly AcceptedFile[],
  showPeople: boolean,
): Generator<string> {
  const { usage, files } = withoutFindings(report, outcomes);
  yield `{"usage": ${JSON.stringify(usage, null, 2)},\n`;
  yield `"files": ${JSON.stringify(files, null, 2)},\n"findings": `;
  yield* jsonList(reportedFindings(report, showPeople));
  yield '}\n';
}

function withoutFindings(
  { usage, asOf }: UsageReport,
  outcomes: readonly AcceptedFile[],
): Omit<UsageReportBody, 'findings'> {
  const snapshots = outcomes.filter((outcome) => outcome.kind === 'counted').map(observedIn);
  return {
    usage: usageBody({ usage, asOf, mergedAt: null, mergeId: null, snapshots }),
    files: outcomes.map(reportedFile),
  };
}

function* reportedFindings({ findings }: UsageReport, showPeople: boolean): Generator<ReportedFinding> {
  for (const finding of findings) yield reportedFinding(finding, { personIdOf, digestOf, showPeople });
}

function observedIn({ facts }: CountedFile) {
  const { channel, observedAt } = facts;
  return { source: sourceIdOf(facts), channel, observedAt, accounts: entriesOf(facts).length };
}

function reportedFile(outcome: AcceptedFile): ReportedFile {
  const { path, modifiedAt } = outcome.file;
  const file = { path, modified_at: modifiedAt, source: null, superseded_by: null };
  switch (outcome.kind) {
    case 'counted':
      return { ...file, outcome: 'counted', source: sourceIdOf(outcome.facts) };
    case 'superseded':
      return { ...file, outcome: 'superseded', superseded_by: outcome.by.path };
    case 'encrypted':
      return { ...file, outcome: 'encrypted', source: serverSourceId(outcome.instance.hostName) };
    default:
      return outcome satisfies never;
  }
}
