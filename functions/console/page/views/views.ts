import type { FunctionComponent } from 'preact';
import type { Route } from '../router/route.ts';
import { FindingsView } from './findings/findings-view.tsx';
import { NotFoundView } from './not-found-view.tsx';
import { PeopleView } from './people/people-view.tsx';
import { type SectionName, sectionAt } from './sections.ts';
import { ServerInstancesView } from './server-instances/server-instances-view.tsx';
import { UsageView } from './usage/usage-view.tsx';

/** What is at a route. A section shows what is beneath it as well: `#/people/ID`. */
export type RoutedView = FunctionComponent<{ readonly route: Route }>;

const VIEWS: Readonly<Record<SectionName, RoutedView>> = {
  usage: UsageView,
  findings: FindingsView,
  'server-instances': ServerInstancesView,
  people: PeopleView,
};

export function viewAt(route: Route): RoutedView {
  const section = sectionAt(route);
  return section === undefined ? NotFoundView : VIEWS[section];
}
