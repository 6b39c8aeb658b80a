/** How the columns of consumed licenses are named: as in GitHub's newest CSV, or as in that of 2024. */
export const CSV_HEADERS = ['current', 'legacy'] as const;
export type CsvHeaders = (typeof CSV_HEADERS)[number];

export interface LicensesCsvFile {
  readonly content: 'licenses';
  readonly format: 'csv';
  readonly headers: CsvHeaders;
  /** Whether it begins with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
}

export interface LicensesJsonFile {
  readonly content: 'licenses';
  readonly format: 'json';
}

export interface FindingsCsvFile {
  readonly content: 'findings';
  readonly format: 'csv';
  readonly byteOrderMark: boolean;
}

/** One part of a report, all of it in one file. */
export type DownloadFile = LicensesCsvFile | LicensesJsonFile | FindingsCsvFile;

/** A file that is made of the report of one merge. */
export interface Download {
  readonly reportId: string;
  readonly file: DownloadFile;
}
