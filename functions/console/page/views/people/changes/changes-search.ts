import type { ChangesSearch } from '../../../api/changes.ts';
import { pageOf, type Route } from '../../../router/route.ts';

/** What the address of the view asks for: `?merge_id=`, or `?from=` and `to=`. */
export function changesSearchOf(route: Route): ChangesSearch {
  const mergeId = route.query.get('merge_id') ?? '';
  const page = pageOf(route);
  if (mergeId !== '') return { mergeId, from: '', to: '', page };
  return { mergeId, from: route.query.get('from') ?? '', to: route.query.get('to') ?? '', page };
}

export function isAnswerable({ from, to }: ChangesSearch): boolean {
  return from === '' || to === '' || from <= to;
}

export function hasFilter({ mergeId, from, to }: ChangesSearch): boolean {
  return mergeId !== '' || from !== '' || to !== '';
}
