import { s3Client } from '../../shared/adapters/aws-clients.ts';
import { S3Downloads } from '../../shared/adapters/s3/downloads.ts';
import { S3FindingReports } from '../../shared/adapters/s3/finding-reports.ts';
import { S3LicenseReports } from '../../shared/adapters/s3/license-reports.ts';
import { parseDownloadEvent } from '../../shared/contracts/download-event.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { configSchema } from './config.ts';
import { type WriteDownloadPorts, writeDownload } from './write-download.ts';

// Once per cold start.
const logger = createLogger('write-download');
const ports = lazy(() => connect(readConfig(configSchema).BUCKET_NAME));

function connect(bucket: string): WriteDownloadPorts {
  const s3 = s3Client();
  return {
    licenses: new S3LicenseReports(s3, bucket),
    findings: new S3FindingReports(s3, bucket),
    downloads: new S3Downloads(s3, bucket, () => new Date()),
  };
}

// Once per event: the download that it names.
async function handle(event: unknown) {
  const download = parseDownloadEvent(event);
  return { download, outcome: await writeDownload(ports(), download) };
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle,
  completion: ({ download, outcome }) => ({
    report_id: download.reportId,
    content: download.file.content,
    format: download.file.format,
    download: outcome,
  }),
});
