import type { PeopleQuery } from '../../shared/contracts/http/people.ts';
import type { Email } from '../../shared/domain/email.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import { fits, kindOf } from '../../shared/domain/people-filter.ts';
import type { CanonicalKey } from '../../shared/domain/person.ts';
import { compareSummaries, type PersonSummary, summarize } from '../../shared/domain/person-summary.ts';
import type { Page, PageRequest, PeopleLedger, PeopleReports, UsageLedger } from '../../shared/ports.ts';

interface FindPeoplePorts {
  readonly usage: UsageLedger;
  readonly people: PeopleLedger;
  readonly reports: PeopleReports;
  readonly personIdOf: (key: CanonicalKey) => PersonId;
}

/** An address is looked up in the ledger; everything else is read from the report of the last merge. */
export async function findPeople(
  ports: FindPeoplePorts,
  { search, filter, page }: PeopleQuery,
): Promise<Page<PersonSummary>> {
  if (search.by === 'email') {
    const found = await peopleWithEmail(ports, search.email);
    return pageOf(filter === null ? found : found.filter((person) => fits(kindOf(person), filter)), page);
  }
  const committed = await ports.usage.read();
  if (committed === null) return { items: [], total: 0 };
  if (search.by === 'nothing') return ports.reports.page(committed.reportId, page, filter);
  return ports.reports.search(committed.reportId, search.prefix, page, filter);
}

/**
 * One person may be known by the address, and look-ups lead to others. A look-up may lead to nobody, or to who no
 * longer has the address, while a merge is under way: the person decides.
 */
async function peopleWithEmail(
  { people, personIdOf }: FindPeoplePorts,
  email: Email,
): Promise<PersonSummary[]> {
  const lookups = await people.findLookups(email);
  const ids = new Set([personIdOf(`email:${email}`), ...lookups.map((lookup) => lookup.personId)]);
  const found = await Promise.all([...ids].map((id) => people.get(id)));
  return found
    .flatMap((stored) => (stored === null ? [] : summarize(stored.id, stored.person)))
    .filter((summary) => summary.emails.includes(email))
    .sort(compareSummaries);
}

function pageOf<Item>(items: readonly Item[], { page, perPage }: PageRequest): Page<Item> {
  return { items: items.slice((page - 1) * perPage, page * perPage), total: items.length };
}
