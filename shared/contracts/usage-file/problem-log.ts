import type { Problem } from '../../domain/upload.ts';
import { RejectedFile } from './rejected-file.ts';

/** What an owner can read through; the total tells how many more there are. */
const MAX_LISTED_PROBLEMS = 100;

/** A file this wrong is another kind of file: reading on would cost time and tell nothing new. */
const MAX_COUNTED_PROBLEMS = 10_000;

/** Where in a file a value is. */
export type Location = Pick<Problem, 'path' | 'line' | 'column'>;

/** Everything wrong with the content of one file, in the order of the file. */
export class ProblemLog {
  readonly #listed: Problem[] = [];
  #total = 0;

  /** @throws {RejectedFile} after 10,000 problems. */
  add(location: Location, expected: string, fix: string): void {
    const { path, line, column } = location;
    if (this.#listed.length < MAX_LISTED_PROBLEMS) this.#listed.push({ path, line, column, expected, fix });
    this.#total += 1;
    if (this.#total === MAX_COUNTED_PROBLEMS) this.throwIfAny();
  }

  /** For a problem after which nothing more of the file can be read. */
  stop(location: Location, expected: string, fix: string): never {
    this.add(location, expected, fix);
    throw this.#rejected();
  }

  /** One problem at all rejects the whole file. @throws {RejectedFile} */
  throwIfAny(): void {
    if (this.#total > 0) throw this.#rejected();
  }

  #rejected(): RejectedFile {
    return new RejectedFile({
      reason: 'invalid-content',
      problems: this.#listed,
      totalProblems: this.#total,
    });
  }
}
