/**
 * How a cell begins that a spreadsheet takes for a formula, in characters of full width as well. Any quotes before
 * are part of it, so that what is made harmless can be told from what was harmless.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts a single quote in front of a formula: the spreadsheet shows it as text. */
export function neutralCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell that `neutralCell` was given. */
export function restoredCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
