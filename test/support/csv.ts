import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import * as z from 'zod';
import { restoredCell } from '../../shared/domain/neutral-cell.ts';

const csvRows = z.array(z.record(z.string(), z.string()));
const jsonRows = z.array(z.record(z.string(), z.unknown()));

type CsvRow = z.infer<typeof csvRows>[number];

/** What a stock parser makes of a CSV with a header: an object per row. */
export function parsedCsv(text: string): CsvRow[] {
  return csvRows.parse(parse(text, { bom: true, columns: true }));
}

/** Whether the CSV says of every license what the JSON says, as far as it has columns, and holds no formula. */
export function expectSameLicenses(rows: readonly CsvRow[], json: unknown): void {
  const licenses = jsonRows.parse(json);
  expect(rows).toHaveLength(licenses.length);
  rows.forEach((row, index) => {
    const license = licenses[index] ?? {};
    const cells = Object.entries(row).map(([name, cell]) => [keyOf(name), cell] as const);
    const known = cells.filter(([key]) => key in license);
    const values = known.map(([key, cell]) => [key, valueIn(cell, license[key])]);
    expect(values).toEqual(known.map(([key]) => [key, license[key]]));
    expect(cells.filter(([key, cell]) => !(key in license) && cell !== '')).toEqual([]);
    expect(cells.filter(([, cell]) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
}

/** The name of a column in the API, as the docs of either give it. */
function keyOf(column: string): string {
  const key = column.toLowerCase().replaceAll(' ', '_');
  return key === 'github_com_saml_name' ? 'github_com_saml_name_id' : key;
}

/** The cell as a value of the kind that the JSON has in its place. */
function valueIn(cell: string, expected: unknown): unknown {
  const text = restoredCell(cell);
  if (Array.isArray(expected)) return text === '' ? [] : text.split(', ');
  if (typeof expected === 'number') return Number(text);
  if (typeof expected === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  return text === '' && expected === null ? null : text;
}
