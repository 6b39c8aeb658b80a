import type { FunctionComponent } from 'preact';
import type { Route } from '../router/route.ts';
import { NotFoundView } from './not-found-view.tsx';
import { PeopleView } from './people/people-view.tsx';
import { type SectionName, sectionAt } from './sections.ts';

/** What is at a route. A section shows what is beneath it as well: `#/people/ID`. */
export type RoutedView = FunctionComponent<{ readonly route: Route }>;

const VIEWS: Readonly<Partial<Record<SectionName, RoutedView>>> = {
  people: PeopleView,
};

export function viewAt(route: Route): RoutedView {
  const section = sectionAt(route);
  return (section && VIEWS[section]) ?? NotFoundView;
}
