import type { AuditRecorder } from '../../shared/audit-ports.ts';
import type { DownloadQuery } from '../../shared/contracts/http/downloads.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { Download } from '../../shared/domain/download.ts';
import type { DownloadLink, DownloadStarter, Downloads } from '../../shared/download-ports.ts';
import type { FindingReports } from '../../shared/findings-ports.ts';
import type { LicenseReports, UsageLedger } from '../../shared/ports.ts';

export interface PrepareDownloadPorts {
  readonly audit: AuditRecorder;
  readonly usage: UsageLedger;
  readonly licenses: LicenseReports;
  readonly findings: FindingReports;
  readonly downloads: Downloads;
  readonly downloadStarter: DownloadStarter;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Between two looks whether the file is there. */
const POLL_MS = 500;

/** In all 15 seconds: a cold start, and the file of 300,000 people. HTTP APIs give up after 30. */
const POLLS = 30;

export type PreparedDownload =
  | { readonly kind: 'ready'; readonly link: DownloadLink }
  | { readonly kind: 'in-preparation' };

/**
 * Has the file made at the first request for it, and waits for some time. Null when there is no such report. Unless
 * one is asked for, it is that of the last merge.
 */
export async function prepareDownload(
  ports: PrepareDownloadPorts,
  { reportId: wanted, file }: DownloadQuery,
  order: Order,
): Promise<PreparedDownload | null> {
  const reportId = wanted ?? (await ports.usage.read())?.reportId ?? null;
  if (reportId === null) return null;
  const download: Download = { reportId, file };
  if (!(await ports.downloads.has(download))) {
    if (!(await isInReport(download, ports))) {
      if (wanted !== null) return null;
      throw new Error(
        `the report ${reportId} has no ${file.content}: restore it, or let another merge write one`,
      );
    }
    await ports.downloadStarter.start(download);
    if (!(await appears(download, ports))) return { kind: 'in-preparation' };
  }
  const action = `download-${file.content}` as const;
  await ports.audit.record(order, { action, target: reportId });
  return { kind: 'ready', link: await ports.downloads.linkTo(download) };
}

async function isInReport(
  { reportId, file }: Download,
  { licenses, findings }: PrepareDownloadPorts,
): Promise<boolean> {
  const part = file.content === 'findings' ? findings.all(reportId) : licenses.read(reportId);
  return (await part) !== null;
}

async function appears(download: Download, { downloads, pause }: PrepareDownloadPorts): Promise<boolean> {
  for (let poll = 0; poll < POLLS; poll++) {
    await pause(POLL_MS);
    if (await downloads.has(download)) return true;
  }
  return false;
}
