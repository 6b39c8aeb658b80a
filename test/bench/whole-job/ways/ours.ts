import { localFile } from '../../../../functions/license-usage/local-file.ts';
import { readFiles } from '../../../../functions/license-usage/read-files.ts';
import { TopFindings } from '../../../../functions/license-usage/top-findings.ts';
import { usageReport } from '../../../../functions/license-usage/usage-report.ts';
import type { WayFiles } from '../way.ts';

const TOP_FINDINGS = 10;

/** What the project does with the files: people, usage and findings of all of them together. */
export async function countPeople({ exports, licenses }: WayFiles): Promise<number> {
  const files = await Promise.all([...exports, ...licenses].map(localFile));
  const outcomes = await readFiles(files, null, (file) => file.open());
  const counted = outcomes.filter((outcome) => outcome.kind === 'counted');
  if (counted.length < files.length) throw new Error('a file was not counted');
  const report = usageReport(counted, Date.now(), (...found) => new TopFindings(TOP_FINDINGS, ...found));
  if ([...report.findings].length > TOP_FINDINGS) throw new Error('more findings were kept than are shown');
  return report.usage.people;
}
