/** The objects that a report is made of. */
export type ReportPart =
  | 'people'
  | 'people-index'
  | 'people-kinds'
  | 'search'
  | 'search-index'
  | 'licenses'
  | 'licenses-index'
  | 'findings'
  | 'findings-index'
  | 'findings-people'
  | 'states'
  | 'states-index'
  | 'changes'
  | 'changes-index'
  | 'changes-log'
  | 'chargeback';

const EXTENSIONS = {
  people: 'ndjson.gz',
  'people-index': 'json.gz',
  'people-kinds': 'json.gz',
  search: 'ndjson.gz',
  'search-index': 'json.gz',
  licenses: 'ndjson.gz',
  'licenses-index': 'json.gz',
  findings: 'ndjson.gz',
  'findings-index': 'json.gz',
  'findings-people': 'json.gz',
  states: 'ndjson.gz',
  'states-index': 'json.gz',
  changes: 'ndjson.gz',
  'changes-index': 'json.gz',
  'changes-log': 'json.gz',
  chargeback: 'json.gz',
} as const satisfies Record<ReportPart, string>;

export const REPORT_PREFIX = 'reports/';

/** The revision rises from 0 when somebody is erased from a part that is to stay. */
export function reportKey(reportId: string, part: ReportPart, revision = 0): string {
  const name = revision === 0 ? part : `${part}.${revision}`;
  return `${REPORT_PREFIX}${reportId}/${name}.${EXTENSIONS[part]}`;
}

const KEY = new RegExp(`^${REPORT_PREFIX}(?<reportId>[^/]+)/(?<part>[a-z-]+)(\\.\\d+)?\\.(nd)?json\\.gz$`);

/** Null for what is no key of a part of a report. */
export function parseReportKey(key: string): { readonly reportId: string; readonly part: string } | null {
  const { reportId, part } = KEY.exec(key)?.groups ?? {};
  return reportId === undefined || part === undefined ? null : { reportId, part };
}
