import type { PersonState } from '../../../api/changes.ts';
import { PlainList } from '../../../components/plain-list.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';
import { ConsumptionLabel } from '../consumption-label.tsx';

const ACCOUNTS_SHOWN = 3;

interface PersonStatesProps {
  readonly states: readonly PersonState[];
  /** Whether they are still so, unless a later merge changed them: then there is something to link to. */
  readonly areCurrent: boolean;
}

/** People as one merge saw them. */
export function PersonStates({ states, areCurrent }: PersonStatesProps) {
  const translator = useTranslator();
  if (states.length === 0) return <span class="muted">{translator.text('changes.nobody')}</span>;
  return (
    <ul class="person-states">
      {states.map((state) => (
        <li key={state.id}>
          <Accounts state={state} isLink={areCurrent} />
          <ConsumptionLabel consumption={state.consumption} />
          {state.matched_by.length > 0 && (
            <span class="muted">
              {translator.text('changes.matched-by', {
                rules: translator.list(
                  state.matched_by.map((rule) => translator.text(`person.rule.${rule}`)),
                ),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface AccountsProps {
  readonly state: PersonState;
  readonly isLink: boolean;
}

/** The first names the person, and leads there. */
function Accounts({ state: { id, accounts }, isLink }: AccountsProps) {
  const translator = useTranslator();
  const [first, ...further] = accounts.slice(0, ACCOUNTS_SHOWN);
  const hidden = accounts.length - ACCOUNTS_SHOWN;
  const name =
    first === undefined ? translator.text('people.subscription-alone') : <Written code text={first} />;
  return (
    <PlainList
      items={[
        isLink ? <a href={hrefOf(['people', id])}>{name}</a> : name,
        ...further.map((account) => <Written key={account} code text={account} />),
        ...(hidden > 0 ? [translator.text('changes.more-accounts', { count: hidden })] : []),
      ]}
    />
  );
}
