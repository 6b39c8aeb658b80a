import type { PersonBody } from '../../../api/people.ts';
import { Panel } from '../../../components/panel.tsx';
import { PlainList } from '../../../components/plain-list.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { Evidence } from './evidence.tsx';

type Ambiguity = PersonBody['ambiguities'][number];

/** The matches that were refused, and what to do; nothing where there are none. */
export function AmbiguitiesPanel({ ambiguities }: { readonly ambiguities: readonly Ambiguity[] }) {
  const translator = useTranslator();
  if (ambiguities.length === 0) return null;
  return (
    <Panel title={translator.text('person.ambiguities')} lead={translator.text('person.ambiguities.lead')}>
      <PlainList items={ambiguities.map((ambiguity) => <Refusal ambiguity={ambiguity} />)} />
    </Panel>
  );
}

function Refusal({ ambiguity: { refused, cloud_accounts: accounts } }: { readonly ambiguity: Ambiguity }) {
  const translator = useTranslator();
  const [first = '', second = ''] = accounts;
  return (
    <div class="evidence">
      <p>
        <Evidence match={refused} />
      </p>
      <p>
        {translator.rich('person.ambiguity.accounts', {
          first: <Written code text={first} />,
          second: <Written code text={second} />,
        })}
      </p>
      <p class="muted">
        {translator.text(refused.email === null ? 'person.ambiguity.next-github' : 'person.ambiguity.next')}
      </p>
    </div>
  );
}
