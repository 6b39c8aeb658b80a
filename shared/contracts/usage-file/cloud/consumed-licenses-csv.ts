import type { UsageFacts } from '../../../domain/usage-snapshot.ts';
import { flagCell, listCell, numberCell } from '../csv/csv-cells.ts';
import type { CsvHeader } from '../csv/csv-header.ts';
import type { CsvRow } from '../csv/csv-rows.ts';
import type { FileRecord } from '../file-record.ts';
import type { ProblemLog } from '../problem-log.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import { cellKind, LICENSE_COLUMNS, type LicenseColumn } from './consumed-license-row.ts';
import { ConsumedLicenses } from './consumed-licenses.ts';

const FIX = 'Download the consumed licenses of the enterprise again and upload the file unchanged.';

/** Other lists of people that GitHub exports have the login, too; none has several of these. */
const TELLING_COLUMNS: readonly LicenseColumn[] = [
  'github_com_login',
  'enterprise_server_user_ids',
  'license_type',
  'visual_studio_subscription_user',
  'total_user_accounts',
];

/** The consumed licenses of the enterprise as GitHub gives them for a spreadsheet. */
export class ConsumedLicensesCsv {
  readonly #recordOf: (row: CsvRow) => FileRecord;
  readonly #licenses: ConsumedLicenses;

  constructor(header: CsvHeader, context: UsageFileContext, problems: ProblemLog) {
    this.#recordOf = header.rowReader(LICENSE_COLUMNS, readCell);
    this.#licenses = new ConsumedLicenses(context, problems, 'export');
    header.checkEachOnce(LICENSE_COLUMNS, problems, FIX);
    problems.throwIfAny();
  }

  static isHeader(header: CsvHeader): boolean {
    return TELLING_COLUMNS.filter((column) => header.has(column)).length >= 2;
  }

  row(row: CsvRow): void {
    this.#licenses.user(this.#recordOf(row));
  }

  finish(): UsageFile<UsageFacts> {
    return this.#licenses.finish();
  }
}

function readCell(cell: string, column: LicenseColumn): unknown {
  const kind = cellKind(column);
  if (kind === 'flag') return flagCell(cell);
  if (kind === 'count') return numberCell(cell);
  return kind === 'list' ? listCell(cell) : cell;
}
