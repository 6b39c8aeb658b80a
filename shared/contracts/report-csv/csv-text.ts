import { stringify } from 'csv-stringify/sync';
import { neutralCell } from '../../domain/neutral-cell.ts';

/** What a cell may hold. Null, and an empty list, make it empty. */
export type CsvValue = string | number | boolean | null | readonly string[];

/** One column of a CSV: its name, and what it shows of a row. */
export type CsvColumn<Row> = readonly [name: string, read: (row: Row) => CsvValue];

export interface CsvOptions {
  /** Whether the text begins with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Large enough that the cost of a call does not count, small enough that what it makes dies young. */
const ROWS_PER_PIECE = 200;

/**
 * RFC 4180, with CRLF and a header, a few rows at a time. A list is one cell with comma and space between its items,
 * as in GitHub's own files. No cell is a formula to a spreadsheet: see `neutralCell`.
 */
export async function* csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  { byteOrderMark }: CsvOptions,
): AsyncGenerator<string> {
  if (byteOrderMark) yield BYTE_ORDER_MARK;
  let piece = [columns.map(([name]) => name)];
  for await (const row of rows) {
    piece.push(columns.map(([, read]) => cellOf(read(row))));
    if (piece.length < ROWS_PER_PIECE) continue;
    yield linesOf(piece);
    piece = [];
  }
  if (piece.length > 0) yield linesOf(piece);
}

function linesOf(rows: string[][]): string {
  return stringify(rows, { record_delimiter: '\r\n' });
}

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  return neutralCell(typeof value === 'object' ? value.join(', ') : String(value));
}
