import { useId } from 'preact/hooks';
import type { ChangesSearch } from '../../../api/changes.ts';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';
import { navigate } from '../../../router/use-route.ts';
import { hasFilter, isAnswerable } from './changes-search.ts';

/** Of which days the changes are wanted. */
export function DaysForm({ search }: { readonly search: ChangesSearch }) {
  const translator = useTranslator();
  const id = useId();
  const { from, to } = search;
  const choose = (days: Partial<Pick<ChangesSearch, 'from' | 'to'>>) =>
    navigate(hrefOf(['people', 'changes'], { from, to, ...days }));
  const problem = isAnswerable(search) ? null : translator.text('changes.wrong-range');
  return (
    <search class="days-form">
      <div class="field">
        <label for={`${id}-from`}>{translator.text('changes.from')}</label>
        <input
          id={`${id}-from`}
          type="date"
          value={from}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => choose({ from: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-to`}>{translator.text('changes.to')}</label>
        <input
          id={`${id}-to`}
          type="date"
          value={to}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => choose({ to: event.currentTarget.value })}
        />
      </div>
      {hasFilter(search) && (
        <a class="button" href={hrefOf(['people', 'changes'])}>
          {translator.text('changes.show-all')}
        </a>
      )}
      <p id={`${id}-problem`} class="days-form-problem" role="status">
        {problem}
      </p>
    </search>
  );
}
