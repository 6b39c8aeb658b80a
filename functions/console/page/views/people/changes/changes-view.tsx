import { useApi } from '../../../api/api-context.tsx';
import { CHANGES_PER_PAGE, type PeopleChange, readChanges } from '../../../api/changes.ts';
import { useLoaded } from '../../../api/use-loaded.ts';
import { Loading } from '../../../components/loading.tsx';
import { Pagination } from '../../../components/pagination.tsx';
import { View } from '../../../components/view.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf, hrefWith, type Route } from '../../../router/route.ts';
import { changesSearchOf, hasFilter, isAnswerable } from './changes-search.ts';
import { DaysForm } from './days-form.tsx';
import { MergePanel } from './merge-panel.tsx';
import { NoChanges } from './no-changes.tsx';
import './changes-view.css';

/** What became of people, newest merge first. */
export function ChangesView({ route }: { readonly route: Route }) {
  const translator = useTranslator();
  const search = changesSearchOf(route);
  return (
    <View
      title={translator.text('changes.title')}
      lead={translator.text('changes.lead')}
      actions={
        <a class="button" href={hrefOf(['people'])}>
          {translator.text('person.back')}
        </a>
      }
    >
      <DaysForm search={search} />
      {isAnswerable(search) && <Changes route={route} />}
    </View>
  );
}

function Changes({ route }: { readonly route: Route }) {
  const api = useApi();
  const translator = useTranslator();
  const search = changesSearchOf(route);
  const { mergeId, from, to, page } = search;
  const loaded = useLoaded((signal) => readChanges(api, search, signal), [mergeId, from, to, page]);
  const total = loaded.error === null ? loaded.value?.total_count : undefined;
  return (
    <section aria-label={translator.text('changes.title')}>
      <p class="changes-count muted" role="status">
        {total !== undefined && translator.text('changes.count', { count: total })}
      </p>
      <Loading of={loaded}>
        {({ changes, total_count: count }) => (
          <div class="changes">
            {byMerge(changes).map((ofMerge) => (
              <MergePanel key={ofMerge[0].merge_id} changes={ofMerge} isOnlyMerge={mergeId !== ''} />
            ))}
            {changes.length === 0 && <NoChanges isFiltered={hasFilter(search)} />}
            <Pagination
              page={page}
              perPage={CHANGES_PER_PAGE}
              total={count}
              hrefOfPage={(number) => hrefWith(route, { page: String(number) })}
            />
          </div>
        )}
      </Loading>
    </section>
  );
}

type ChangesOfMerge = [PeopleChange, ...PeopleChange[]];

/** In the order in which they come. */
function byMerge(changes: readonly PeopleChange[]): ChangesOfMerge[] {
  const merges = new Map<string, ChangesOfMerge>();
  for (const change of changes) {
    const found = merges.get(change.merge_id);
    if (found === undefined) merges.set(change.merge_id, [change]);
    else found.push(change);
  }
  return [...merges.values()];
}
