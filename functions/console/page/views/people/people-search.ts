import { normalizeEmail } from '../../../../../shared/domain/email.ts';
import type { PeopleSearch } from '../../api/people.ts';
import { pageOf, type Route } from '../../router/route.ts';

/** The filters, by their names in the address of the view, which are those of the API. */
const FILTERS = ['consumes', 'reason', 'deployment', 'source', 'several_instances'] as const;

/** What the address of the view asks for: `?q=mona`, `?q=mona@example.com&by=email`, `?consumes=false`. */
export function peopleSearchOf(route: Route): PeopleSearch {
  const { query } = route;
  return {
    by: query.get('by') === 'email' ? 'email' : 'q',
    text: query.get('q') ?? '',
    consumes: query.get('consumes') ?? '',
    reason: query.get('reason') ?? '',
    deployment: query.get('deployment') ?? '',
    source: query.get('source') ?? '',
    several_instances: query.get('several_instances') ?? '',
    page: pageOf(route),
  };
}

/** Whether it can be asked for: what is no whole address cannot be an exact one. */
export function isAnswerable({ by, text }: PeopleSearch): boolean {
  return by === 'q' || text.trim() === '' || normalizeEmail(text) !== null;
}

export function hasFilter(search: PeopleSearch): boolean {
  return FILTERS.some((name) => search[name] !== '');
}
