import type { LicenseRow } from '../domain/account.ts';
import { type ConsumedLicense, consumedLicenseOf } from '../domain/consumed-license.ts';
import type { Person } from '../domain/person.ts';

/**
 * The license of each person who consumes one, in the order of the people.
 *
 * `rows` are those of the snapshot that the cloud accounts come from. Listings begin with the people who have a
 * login, sorted by it in lower case, and so are the rows that have one: the two are walked side by side, and of the
 * details no more is in memory than one row's. Throws when the two do not agree.
 */
export async function* consumedLicenses(
  people: Iterable<Person>,
  rows: AsyncIterable<LicenseRow> | Iterable<LicenseRow>,
): AsyncGenerator<ConsumedLicense> {
  for await (const [person, row] of withRows(people, rows)) {
    const license = consumedLicenseOf(person, row);
    if (license !== null) yield license;
  }
}

async function* withRows(
  people: Iterable<Person>,
  rows: AsyncIterable<LicenseRow> | Iterable<LicenseRow>,
): AsyncGenerator<readonly [Person, LicenseRow | null]> {
  const waiting = Iterator.from(people);
  for await (const row of rows) {
    if (row.login === null) continue;
    const { value: person } = waiting.next();
    if (person?.cloudAccount?.login !== row.login) throw new UnequalOrderError();
    yield [person, row];
  }
  for (const person of waiting) {
    if (person.cloudAccount !== null) throw new UnequalOrderError();
    yield [person, null];
  }
}

/** Details would go to the wrong people. */
class UnequalOrderError extends Error {
  override readonly name = 'UnequalOrderError';

  constructor() {
    super(
      'the license rows of the cloud snapshot are not those of the people, one by one in the order of logins: ' +
        'make the order of its rows and compareSummaries agree',
    );
  }
}
