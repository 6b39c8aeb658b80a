import Table from 'cli-table3';
import type { Style } from './style.ts';

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '  ',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

interface Layout {
  /** The first column of numbers, which are aligned to the right; text comes before. */
  readonly numbersFrom?: number;
  /** Width to which the text of the last column is wrapped. */
  readonly lastWidth?: number | null;
}

/** Columns under each other. An empty head is left out. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { numbersFrom = Number.POSITIVE_INFINITY, lastWidth = null }: Layout = {},
): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const table = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: [...head],
    colAligns: Array.from({ length: columns }, (_, column) => (column < numbersFrom ? 'left' : 'right')),
    colWidths: [...Array.from({ length: columns - 1 }, () => null), lastWidth],
    wordWrap: lastWidth !== null,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** What seats and the kind of a finding take before the last column, and the least that the last one needs. */
const WIDTH_BEFORE = 37;
const LEAST_WIDTH = 40;

/** The width of the last column where there is a terminal, after seats and the kind of a finding. */
export function lastWidthOf(columns: number | undefined): number | null {
  return columns === undefined ? null : Math.max(columns - WIDTH_BEFORE, LEAST_WIDTH);
}

export function numberText(value: number): string {
  return value.toLocaleString('en-US');
}

export function headOf(names: readonly string[], style: Style): string[] {
  return names.map((name) => style('dim', name));
}
