import { fits, kindOf, type PeopleFilter } from '../../../shared/domain/people-filter.ts';
import type { PersonSummary } from '../../../shared/domain/person-summary.ts';
import type { Page, PageRequest, PeopleReports } from '../../../shared/ports.ts';

/** Reports by id. */
export class InMemoryPeopleReports implements PeopleReports {
  readonly reports = new Map<string, readonly PersonSummary[]>();

  async write(reportId: string, people: Iterable<PersonSummary>): Promise<void> {
    this.reports.set(reportId, [...people]);
  }

  async page(
    reportId: string,
    request: PageRequest,
    filter: PeopleFilter | null = null,
  ): Promise<Page<PersonSummary>> {
    return pageOf(this.#people(reportId, filter), request);
  }

  async search(
    reportId: string,
    prefix: string,
    request: PageRequest,
    filter: PeopleFilter | null = null,
  ): Promise<Page<PersonSummary>> {
    const found = this.#people(reportId, filter).flatMap((person, position) => {
      const term = termsOf(person).find((candidate) => candidate.startsWith(prefix));
      return term === undefined ? [] : [{ term, position, person }];
    });
    found.sort((a, b) => (a.term === b.term ? a.position - b.position : a.term < b.term ? -1 : 1));
    return pageOf(
      found.map(({ person }) => person),
      request,
    );
  }

  #people(reportId: string, filter: PeopleFilter | null): readonly PersonSummary[] {
    const people = this.reports.get(reportId);
    if (people === undefined) throw new Error(`no report ${reportId}`);
    return filter === null ? people : people.filter((person) => fits(kindOf(person), filter));
  }
}

function termsOf({ login, emails }: PersonSummary): string[] {
  return (login === null ? [...emails] : [login.toLowerCase(), ...emails]).sort();
}

function pageOf<Item>(items: readonly Item[], { page, perPage }: PageRequest): Page<Item> {
  return { items: items.slice((page - 1) * perPage, page * perPage), total: items.length };
}
