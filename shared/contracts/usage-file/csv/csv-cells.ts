/** Cells as the JSON value they stand for. What stands for none stays a text, for a schema to refuse. */

export function flagCell(cell: string): boolean | null | string {
  const text = cell.trim().toLowerCase();
  if (text === '') return null;
  return text === 'true' || (text === 'false' ? false : cell);
}

export function numberCell(cell: string): number | null | string {
  const text = cell.trim();
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : cell;
}

/** GitHub puts several values into one cell, with commas between them. */
export function listCell(cell: string): string[] {
  return cell
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
