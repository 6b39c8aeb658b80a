import { useApi } from '../../api/api-context.tsx';
import { PEOPLE_PER_PAGE, type PeopleBody, type PeopleSearch, readPeople } from '../../api/people.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Loading } from '../../components/loading.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefWith, type Route } from '../../router/route.ts';
import { NoPeople } from './no-people.tsx';
import { PeopleTable } from './people-table.tsx';

interface PeopleResultsProps {
  readonly route: Route;
  readonly search: PeopleSearch;
}

export function PeopleResults({ route, search }: PeopleResultsProps) {
  const api = useApi();
  const translator = useTranslator();
  const { page } = search;
  const loaded = useLoaded((signal) => readPeople(api, search, signal), Object.values(search));
  const total = loaded.error === null ? loaded.value?.total_count : undefined;
  return (
    <section aria-label={translator.text('people.title')}>
      <p class="people-count muted" role="status">
        {total !== undefined && translator.text('people.count', { count: total })}
      </p>
      <Loading of={loaded}>
        {({ people, total_count: count }: PeopleBody) => (
          <>
            {people.length > 0 ? (
              <PeopleTable people={people} />
            ) : (
              <NoPeople route={route} search={search} total={count} />
            )}
            {people.length > 0 && (
              <Pagination
                page={page}
                perPage={PEOPLE_PER_PAGE}
                total={count}
                hrefOfPage={(number) => hrefWith(route, { page: String(number) })}
              />
            )}
          </>
        )}
      </Loading>
    </section>
  );
}
