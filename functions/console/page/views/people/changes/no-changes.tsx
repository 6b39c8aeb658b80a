import { State } from '../../../components/state.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';

interface NoChangesProps {
  /** Whether only some were asked for. */
  readonly isFiltered: boolean;
}

export function NoChanges({ isFiltered }: NoChangesProps) {
  const translator = useTranslator();
  if (isFiltered) {
    return (
      <State icon="search" title={translator.text('changes.none-found.title')}>
        <p>{translator.text('changes.none-found.next')}</p>
      </State>
    );
  }
  return (
    <State
      icon="people"
      title={translator.text('changes.none.title')}
      actions={
        <a class="button" href={hrefOf(['server-instances'])}>
          {translator.text('people.nobody.action')}
        </a>
      }
    >
      <p>{translator.text('changes.none.next')}</p>
    </State>
  );
}
