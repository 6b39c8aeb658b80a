import { filesText, instantText } from './files-text.ts';
import { type Display, findingCountsText, topFindingsText } from './findings-text.ts';
import type { AcceptedFile } from './read-files.ts';
import { reconciliationText } from './reconciliation-text.ts';
import type { UsageReport } from './usage-report.ts';
import { deploymentsText, instancesText, reasonsText, totalsText } from './usage-text.ts';

/** The report as somebody reads it. */
export function reportText(
  { usage, asOf, findings }: UsageReport,
  outcomes: readonly AcceptedFile[],
  display: Display,
): string {
  const { style } = display;
  const sections = [
    [asOf === null ? 'License usage' : `License usage as of ${instantText(asOf)}`, totalsText(usage, style)],
    ['People by deployment', deploymentsText(usage, style)],
    ['People by instance', instancesText(usage, style)],
    ['People by reason', reasonsText(usage, style)],
    [
      "Why GitHub's number differs",
      usage.reconciliation ? reconciliationText(usage.reconciliation, display) : '',
    ],
    ['Findings', findingCountsText(usage.findings, style)],
    [
      display.showPeople ? 'Top findings' : 'Top findings (--show-people shows the addresses)',
      topFindingsText([...findings], display),
    ],
    ['Files', filesText(outcomes, style)],
  ] as const;
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `${style('bold', title)}\n${text}\n`)
    .join('\n');
}
