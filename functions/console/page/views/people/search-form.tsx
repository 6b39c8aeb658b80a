import { useId } from 'preact/hooks';
import type { PeopleSearch } from '../../api/people.ts';
import { SelectMenu } from '../../components/select-menu.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefWith, parseRoute } from '../../router/route.ts';
import { replaceRoute } from '../../router/use-route.ts';
import { PeopleFilters } from './people-filters.tsx';
import { isAnswerable } from './people-search.ts';
import { useTypedText } from './use-typed-text.ts';

/** As long as the API takes. */
const MAX_LENGTH = 254;

/** Searches while one types. What is searched for stands in the address, so that it can be sent and come back to. */
export function SearchForm({ search }: { readonly search: PeopleSearch }) {
  const translator = useTranslator();
  const id = useId();
  const [text, setText] = useTypedText(search.text, (q) => change({ q }));
  const problem = isAnswerable(search) ? null : translator.text('people.not-an-address');
  return (
    <search class="people-search">
      <div class="field people-search-text">
        <label for={id}>{translator.text('people.search')}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
          maxLength={MAX_LENGTH}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-problem`} class="problem" role="status">
          {problem}
        </p>
      </div>
      <SelectMenu
        label={translator.text('people.search-by')}
        value={search.by}
        choices={(['q', 'email'] as const).map((value) => ({
          value,
          label: translator.text(`people.by.${value}`),
        }))}
        onChoose={(by) => change({ by: by === 'q' ? '' : by })}
      />
      <PeopleFilters search={search} onChoose={change} />
    </search>
  );
}

/** Begins at the first page. Reads the address anew: it may have changed since the key was pressed. */
function change(query: Readonly<Record<string, string>>): void {
  replaceRoute(hrefWith(parseRoute(location.hash), { ...query, page: '' }));
}
