import type { UsageFacts } from '../../domain/usage-snapshot.ts';
import { ConsumedLicensesCsv } from './cloud/consumed-licenses-csv.ts';
import { CsvHeader } from './csv/csv-header.ts';
import { type CsvRow, readCsvRows } from './csv/csv-rows.ts';
import type { ProblemLog } from './problem-log.ts';
import { UsersReport } from './server/users-report.ts';
import { unknownFormat } from './unknown-format.ts';
import type { UsageFile, UsageFileContext } from './usage-file.ts';

const FIX = 'Download the file again and upload it unchanged.';

interface CsvFormat {
  row(row: CsvRow): void;
  finish(): UsageFile<UsageFacts>;
}

export async function readCsvUsageFile(
  text: AsyncIterable<Buffer>,
  context: UsageFileContext,
  problems: ProblemLog,
): Promise<UsageFile<UsageFacts>> {
  const file = new CsvUsageFile(context, problems);
  await readCsvRows(text, problems, (row) => file.row(row));
  return file.finish();
}

/** Recognizes the format by the header, and leaves the rows to its reader. */
class CsvUsageFile {
  readonly #context: UsageFileContext;
  readonly #problems: ProblemLog;
  #format: CsvFormat | null = null;
  #width = 0;

  constructor(context: UsageFileContext, problems: ProblemLog) {
    this.#context = context;
    this.#problems = problems;
  }

  row(row: CsvRow): void {
    if (this.#format === null) {
      this.#format = this.#formatBy(new CsvHeader(row), row.line);
      this.#width = row.width;
    } else if (row.width === this.#width) this.#format.row(row);
    else {
      const location = { path: null, line: row.line, column: null };
      this.#problems.add(location, `${this.#width} fields, as in the header`, FIX);
    }
  }

  finish(): UsageFile<UsageFacts> {
    if (this.#format === null) throw unknownFormat();
    return this.#format.finish();
  }

  #formatBy(header: CsvHeader, line: number): CsvFormat {
    if (UsersReport.isHeader(header)) return new UsersReport(header, this.#context, this.#problems);
    if (ConsumedLicensesCsv.isHeader(header)) {
      return new ConsumedLicensesCsv(header, this.#context, this.#problems);
    }
    throw unknownFormat({ line });
  }
}
