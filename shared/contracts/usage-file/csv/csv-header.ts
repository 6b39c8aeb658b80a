import type { FileRecord } from '../file-record.ts';
import type { Location, ProblemLog } from '../problem-log.ts';
import type { CsvRow } from './csv-rows.ts';

/** The header of a CSV: its columns by their names in GitHub's API. */
export class CsvHeader {
  readonly #names: readonly string[];
  readonly #line: number;

  constructor(row: CsvRow) {
    this.#names = Array.from({ length: row.width }, (_, index) => columnName(row.cell(index)));
    this.#line = row.line;
  }

  has(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Where in a row the column is; -1 when the file does not have it. */
  indexOf(name: string): number {
    return this.#names.indexOf(name);
  }

  /** Of two columns of one name it could not be said which one holds the value. */
  checkEachOnce(names: readonly string[], problems: ProblemLog, fix: string): void {
    for (const name of names) {
      const second = this.#names.indexOf(name, this.#names.indexOf(name) + 1);
      if (second > 0) problems.add(this.#locate(this.#line, second), 'each column only once', fix);
    }
  }

  checkPresent(names: readonly string[], problems: ProblemLog, fix: string): void {
    for (const name of names) {
      if (!this.has(name)) problems.add(this.#locate(this.#line, null), `the column \`${name}\``, fix);
    }
  }

  /** How to read rows as objects of those of the columns that the file has, each cell as `readCell` gives it. */
  rowReader<Name extends string>(
    names: readonly Name[],
    readCell: (cell: string, name: Name) => unknown,
  ): (row: CsvRow) => FileRecord {
    const columns = names
      .filter((name) => this.has(name))
      .map((name) => [name, this.#names.indexOf(name)] as const);
    return ({ cell, line }) => ({
      value: Object.fromEntries(columns.map(([name, index]) => [name, readCell(cell(index), name)])),
      locate: ([name = '']) => this.#locate(line, this.#names.indexOf(String(name))),
    });
  }

  #locate(line: number, index: number | null): Location {
    return { path: null, line, column: index === null || index < 0 ? null : index + 1 };
  }
}

/**
 * Of GitHub's CSV files there are old ones with the names of the API and new ones with words ("GitHub com login"),
 * with "GitHub" in place of "GitHub com" under data residency, and "saml name" without its "id". Reports of an
 * instance mark the columns that are true or false with a `?`. All become the names of the API.
 */
function columnName(header: string): string {
  const name = header
    .trim()
    .toLowerCase()
    .replace(/\?$/, '')
    .replace(/[\s_]+/g, '_')
    .replace(/^github_(?!com_)/, 'github_com_');
  return name === 'github_com_saml_name' ? 'github_com_saml_name_id' : name;
}
