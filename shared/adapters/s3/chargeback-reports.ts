import type { S3Client } from '@aws-sdk/client-s3';
import { restoreChargeback, storeChargeback, storedChargeback } from '../../contracts/chargeback-file.ts';
import type { Chargeback } from '../../domain/chargeback.ts';
import type { ChargebackReports } from '../../history-ports.ts';
import { putIndex } from './report-parts.ts';
import { ReportReader, unlessMissing } from './report-reader.ts';

/** One small object beside a report. */
export class S3ChargebackReports implements ChargebackReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = new ReportReader(client, bucket);
  }

  async write(reportId: string, chargeback: Chargeback): Promise<void> {
    const target = { client: this.#client, bucket: this.#bucket, reportId };
    await putIndex(target, 'chargeback', storeChargeback(chargeback));
  }

  async read(reportId: string): Promise<Chargeback | null> {
    const stored = await unlessMissing(this.#reader.readIndex(reportId, 'chargeback', storedChargeback));
    return stored && restoreChargeback(stored);
  }
}
