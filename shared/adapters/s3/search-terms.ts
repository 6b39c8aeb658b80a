import type { SearchEntry } from '../../contracts/report-file.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';

/** The terms by which people are found: columns rather than objects, since there are several per person. */
export class SearchTerms {
  readonly #terms: string[] = [];
  readonly #positions: number[] = [];
  #people = 0;

  /** Takes the people in the order of the report. */
  add(person: PersonSummary): void {
    for (const term of termsOf(person)) {
      this.#terms.push(term);
      this.#positions.push(this.#people);
    }
    this.#people++;
  }

  /** By term; equal terms in the order of the report. */
  *sorted(): Generator<SearchEntry> {
    const terms = this.#terms;
    // Entries were added in the order of the report.
    const order = new Uint32Array(terms.length).map((_, entry) => entry);
    order.sort((a, b) => compare(terms[a] ?? '', terms[b] ?? '') || a - b);
    for (const entry of order) {
      yield [terms[entry] ?? '', this.#positions[entry] ?? 0, this.#sharedWithPrevious(entry)];
    }
  }

  /** How many characters a term shares with the person's term before it; -1 for the first. */
  #sharedWithPrevious(entry: number): number {
    if (this.#positions[entry - 1] !== this.#positions[entry]) return -1;
    return sharedCharacters(this.#terms[entry - 1] ?? '', this.#terms[entry] ?? '');
  }
}

/** Login in lower case and every address, sorted, each once. */
function termsOf({ login, emails }: PersonSummary): string[] {
  const terms = new Set<string>(emails);
  if (login !== null) terms.add(login.toLowerCase());
  return [...terms].sort();
}

/** How many characters both begin with. */
function sharedCharacters(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}

/** By UTF-16 code units, as every comparison of terms must be, whatever the machine's language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
