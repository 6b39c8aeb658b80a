import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { ProblemLog } from '../problem-log.ts';
import { type CsvRow, PlainRows } from './plain-rows.ts';

export type { CsvRow } from './plain-rows.ts';

/** Most characters of one row: `raw_login` and the roles of one person fit many times over. */
const MAX_ROW_LENGTH = 1024 * 1024;

const EXPECTED_BY_ERROR: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a closing quote: the file is cut off, or the quote is not doubled',
  CSV_INVALID_CLOSING_QUOTE: 'a comma or the end of the line after a closing quote',
  INVALID_OPENING_QUOTE: 'no quote within a field that is not quoted',
  CSV_MAX_RECORD_SIZE: 'a row of at most 1 MiB',
};

/**
 * Gives every row that is not empty to `onRow`, in order, while the text comes in.
 * @throws {RejectedFile} when the text is no CSV.
 */
export async function readCsvRows(
  text: AsyncIterable<Buffer>,
  problems: ProblemLog,
  onRow: (row: CsvRow) => void,
): Promise<void> {
  const rows = new PlainRows(onRow);
  const parser = parse({
    encoding: 'utf8',
    max_record_size: MAX_ROW_LENGTH,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Rows are taken here, and none is put into the parser's output: what precedes an error is never lost.
    on_record: (cells: string[]) => {
      const { line } = rows;
      if (cells.length > 1 || cells[0] !== '') {
        onRow({ width: cells.length, line, cell: (index) => cells[index] ?? '', span: () => null });
      }
      rows.line += linesOf(cells);
      return null;
    },
  });
  try {
    await pipeline(rows.unread(text), parser);
  } catch (error) {
    // The message of a CsvError quotes the file; only its code is used.
    if (!(error instanceof CsvError)) throw error;
    const expected = EXPECTED_BY_ERROR[error.code] ?? 'comma-separated values';
    problems.stop(
      { path: null, line: rows.line, column: null },
      expected,
      'Export the file again and upload it unchanged.',
    );
  }
}

/** How many lines a row takes: one, and one for each line break within its quoted fields. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1);
}
