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

export function reportKey(reportId: string, part: ReportPart): string {
  return `reports/${reportId}/${part}.${EXTENSIONS[part]}`;
}
