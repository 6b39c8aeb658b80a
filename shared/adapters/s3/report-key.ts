/** The objects that a report is made of. */
export type ReportPart =
  | 'people'
  | 'people-index'
  | 'search'
  | 'search-index'
  | 'licenses'
  | 'licenses-index';

const EXTENSIONS = {
  people: 'ndjson.gz',
  'people-index': 'json.gz',
  search: 'ndjson.gz',
  'search-index': 'json.gz',
  licenses: 'ndjson.gz',
  'licenses-index': 'json.gz',
} as const satisfies Record<ReportPart, string>;

export function reportKey(reportId: string, part: ReportPart): string {
  return `reports/${reportId}/${part}.${EXTENSIONS[part]}`;
}
