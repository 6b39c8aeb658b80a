import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/write-download/handler.ts';
import { writeDownload } from '../../../functions/write-download/write-download.ts';
import type { Download } from '../../../shared/domain/download.ts';
import { FULL_LICENSE } from '../../contract/samples.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { InMemoryDownloads } from '../../support/fakes/in-memory-downloads.ts';
import { InMemoryFindingReports } from '../../support/fakes/in-memory-finding-reports.ts';
import { InMemoryLicenseReports } from '../../support/fakes/in-memory-license-reports.ts';
import { LAST_SEEN_AT, storedFindingOf } from '../../support/findings.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

const JSON_FILE: Download = { reportId: 'report-1', file: { content: 'licenses', format: 'json' } };
const CSV_FILE: Download = {
  reportId: 'report-1',
  file: { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
};

const FINDINGS_FILE: Download = {
  reportId: 'report-1',
  file: { content: 'findings', format: 'csv', byteOrderMark: false },
};

async function portsWithReport() {
  const ports = {
    licenses: new InMemoryLicenseReports(),
    findings: new InMemoryFindingReports(),
    downloads: new InMemoryDownloads(),
  };
  const report = { seatsPurchased: null, licenses: Readable.from([FULL_LICENSE]) };
  await ports.licenses.write('report-1', report);
  await ports.findings.write('report-1', { seenAt: LAST_SEEN_AT, findings: [storedFindingOf(7)] });
  return ports;
}

it.each([
  [JSON_FILE, /^\[\n\{"github_com_login":"Octocat"/],
  [CSV_FILE, /^\uFEFFgithub_com_login,.*\r\nOctocat,/],
  [FINDINGS_FILE, /^id,kind,.*\r\n[\da-f]+,dormant-and-consuming,/],
])('makes the file that it is told to', async (download, beginning) => {
  const ports = await portsWithReport();
  expect(await writeDownload(ports, download)).toBe('written');
  expect([...ports.downloads.texts.values()]).toEqual([expect.stringMatching(beginning)]);
});

it('leaves a file as it is that is there already', async () => {
  const ports = await portsWithReport();
  await ports.downloads.write(JSON_FILE, Readable.from(['as it was']));
  expect(await writeDownload(ports, JSON_FILE)).toBe('present');
  expect([...ports.downloads.texts.values()]).toEqual(['as it was']);
});

it.each([
  [JSON_FILE, 'licenses'],
  [FINDINGS_FILE, 'findings'],
])('fails when there is no such report', async (download, content) => {
  const ports = await portsWithReport();
  await expect(writeDownload(ports, { ...download, reportId: 'report-2' })).rejects.toThrow(
    `the report report-2 has no ${content}: restore it, or let another merge write one`,
  );
  expect(ports.downloads.texts.size).toBe(0);
});

it('is exported with its middleware, and names what is missing in its environment', async () => {
  vi.stubEnv('BUCKET_NAME', undefined);
  const output = captureOutput();
  const event = { report_id: 'report-1', file: { content: 'licenses', format: 'json' } };
  await expect(handler(event, LAMBDA_CONTEXT)).rejects.toThrow('BUCKET_NAME (missing)');
  expect(output.lines()).toMatchObject([{ service: 'write-download', outcome: 'failed' }]);
});
