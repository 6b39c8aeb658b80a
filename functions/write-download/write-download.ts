import { licensesJson } from '../../shared/contracts/licenses-json.ts';
import { findingsCsv } from '../../shared/contracts/report-csv/findings-csv.ts';
import { licensesCsv } from '../../shared/contracts/report-csv/licenses-csv.ts';
import type { Download } from '../../shared/domain/download.ts';
import type { Downloads } from '../../shared/download-ports.ts';
import type { FindingReports } from '../../shared/findings-ports.ts';
import type { LicenseReports } from '../../shared/ports.ts';

export interface WriteDownloadPorts {
  readonly licenses: Pick<LicenseReports, 'read'>;
  readonly findings: Pick<FindingReports, 'all'>;
  readonly downloads: Pick<Downloads, 'has' | 'write'>;
}

/** Makes the file unless it is there: whoever asks while it is being made has it started again. */
export async function writeDownload(
  ports: WriteDownloadPorts,
  download: Download,
): Promise<'written' | 'present'> {
  if (await ports.downloads.has(download)) return 'present';
  const text = await textOf(download, ports);
  if (text === null) {
    const { reportId, file } = download;
    throw new Error(
      `the report ${reportId} has no ${file.content}: restore it, or let another merge write one`,
    );
  }
  await ports.downloads.write(download, text);
  return 'written';
}

/** Null when there is no such report. */
async function textOf(
  { reportId, file }: Download,
  { licenses, findings }: WriteDownloadPorts,
): Promise<AsyncGenerator<string> | null> {
  if (file.content === 'findings') {
    const all = await findings.all(reportId);
    return all && findingsCsv(all, file);
  }
  const report = await licenses.read(reportId);
  if (report === null) return null;
  return file.format === 'json' ? licensesJson(report.licenses) : licensesCsv(report.licenses, file);
}
