import { Panel } from '../../../components/panel.tsx';
import { PlainList } from '../../../components/plain-list.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { Evidence, type Match } from './evidence.tsx';

/** Why the accounts are one person's, match by match; nothing where nothing had to be matched. */
export function MatchesPanel({ matches }: { readonly matches: readonly Match[] }) {
  const translator = useTranslator();
  if (matches.length === 0) return null;
  return (
    <Panel title={translator.text('person.matches')} lead={translator.text('person.matches.lead')}>
      <PlainList items={matches.map((match) => <Proof match={match} />)} />
    </Panel>
  );
}

function Proof({ match }: { readonly match: Match }) {
  const translator = useTranslator();
  return (
    <div class="evidence">
      <p>
        <strong>{translator.text(`person.rule.${match.rule}`)}</strong>
      </p>
      <p>
        <Evidence match={match} />
      </p>
    </div>
  );
}
