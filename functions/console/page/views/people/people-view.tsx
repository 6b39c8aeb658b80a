import type { Route } from '../../router/route.ts';
import { ChangesView } from './changes/changes-view.tsx';
import { PeopleListView } from './people-list-view.tsx';
import { PersonView } from './person/person-view.tsx';

/** `#/people`, `#/people/changes` and `#/people/ID`. No id is a word. */
export function PeopleView({ route }: { readonly route: Route }) {
  const [, beneath] = route.path;
  if (beneath === undefined) return <PeopleListView route={route} />;
  if (beneath === 'changes') return <ChangesView route={route} />;
  return <PersonView id={beneath} />;
}
