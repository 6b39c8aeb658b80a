import { View } from '../../components/view.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf, type Route } from '../../router/route.ts';
import { PeopleResults } from './people-results.tsx';
import { isAnswerable, peopleSearchOf } from './people-search.ts';
import { SearchForm } from './search-form.tsx';
import './people-list-view.css';

export function PeopleListView({ route }: { readonly route: Route }) {
  const translator = useTranslator();
  const search = peopleSearchOf(route);
  return (
    <View
      title={translator.text('people.title')}
      lead={translator.text('people.lead')}
      actions={
        <a class="button" href={hrefOf(['people', 'changes'])}>
          {translator.text('people.changes')}
        </a>
      }
    >
      <SearchForm search={search} />
      {isAnswerable(search) && <PeopleResults route={route} search={search} />}
    </View>
  );
}
