import { Readable } from 'node:stream';
import type { ConsumedLicense } from '../../../shared/domain/consumed-license.ts';
import type { LicensePage, LicenseReport, LicenseReports, PageRequest } from '../../../shared/ports.ts';

interface WrittenReport {
  readonly seatsPurchased: number | null;
  readonly licenses: readonly ConsumedLicense[];
}

/** Reports by id. */
export class InMemoryLicenseReports implements LicenseReports {
  readonly reports = new Map<string, WrittenReport>();

  async write(reportId: string, { seatsPurchased, licenses }: LicenseReport): Promise<void> {
    const written: ConsumedLicense[] = [];
    for await (const license of licenses) written.push(license);
    this.reports.set(reportId, { seatsPurchased, licenses: written });
  }

  async page(reportId: string, { page, perPage }: PageRequest): Promise<LicensePage | null> {
    const report = this.reports.get(reportId);
    if (report === undefined) return null;
    const { licenses, seatsPurchased } = report;
    const items = licenses.slice((page - 1) * perPage, page * perPage);
    return { items, total: licenses.length, seatsPurchased };
  }

  async read(reportId: string): Promise<LicenseReport | null> {
    const report = this.reports.get(reportId);
    return report === undefined ? null : { ...report, licenses: Readable.from(report.licenses) };
  }
}
