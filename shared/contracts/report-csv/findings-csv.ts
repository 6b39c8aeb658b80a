import type { StoredFinding } from '../../domain/stored-finding.ts';
import { findingText } from '../http/finding-texts.ts';
import { type CsvColumn, type CsvOptions, csvText } from './csv-text.ts';

const COLUMNS: readonly CsvColumn<StoredFinding>[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['seats', ({ seats }) => seats],
  ['title', (finding) => findingText(finding).title],
  ['fix', (finding) => findingText(finding).fix],
  ['accounts', ({ accounts }) => accounts],
  ['sources', ({ sources }) => sources],
  ['emails', ({ emails }) => emails],
  ['told', ({ numbers }) => numbers?.told ?? null],
  ['counted', ({ numbers }) => numbers?.counted ?? null],
  ['first_seen_at', ({ firstSeenAt }) => firstSeenAt],
  ['last_seen_at', ({ lastSeenAt }) => lastSeenAt],
];

/** Findings in the order given, a few rows at a time. */
export function findingsCsv(
  findings: Iterable<StoredFinding> | AsyncIterable<StoredFinding>,
  options: CsvOptions,
): AsyncGenerator<string> {
  return csvText(COLUMNS, findings, options);
}
