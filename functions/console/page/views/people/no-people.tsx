import type { PeopleSearch } from '../../api/people.ts';
import { State } from '../../components/state.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf, hrefWith, type Route } from '../../router/route.ts';
import { hasFilter } from './people-search.ts';

interface NoPeopleProps {
  readonly route: Route;
  readonly search: PeopleSearch;
  /** On other pages there may be some. */
  readonly total: number;
}

/** Why nobody is shown, and what to do about it. */
export function NoPeople({ route, search, total }: NoPeopleProps) {
  const translator = useTranslator();
  if (total > 0) {
    return (
      <State
        icon="search"
        title={translator.text('people.no-such-page')}
        actions={
          <LinkButton href={hrefWith(route, { page: '' })} text={translator.text('people.first-page')} />
        }
      />
    );
  }
  if (hasFilter(search) || search.text.trim() !== '') {
    return (
      <State
        icon="search"
        title={translator.text('people.none-found.title')}
        actions={<LinkButton href={hrefOf(['people'])} text={translator.text('people.show-all')} />}
      >
        <p>{translator.text(`people.none-found.${hintOf(search)}`)}</p>
      </State>
    );
  }
  return (
    <State
      icon="people"
      title={translator.text('people.nobody.title')}
      actions={
        <LinkButton href={hrefOf(['server-instances'])} text={translator.text('people.nobody.action')} />
      }
    >
      <p>{translator.text('people.nobody.next')}</p>
    </State>
  );
}

function hintOf(search: PeopleSearch): 'filtered' | 'exact' | 'next' {
  if (hasFilter(search)) return 'filtered';
  return search.by === 'email' ? 'exact' : 'next';
}

function LinkButton({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a class="button" href={href}>
      {text}
    </a>
  );
}
