import type { PersonBody } from '../../../api/people.ts';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

export type Match = PersonBody['matches'][number];

/** The rule of a match as a sentence about these accounts and their address. */
export function Evidence({ match }: { readonly match: Match }) {
  const translator = useTranslator();
  const account = <Written code text={match.account} />;
  const other = <Written code text={match.with} />;
  const email = <Written code text={match.email ?? ''} />;
  return match.rule === 'github-match'
    ? translator.rich('person.evidence.github-match', { account, with: other })
    : translator.rich(`person.evidence.${match.rule}`, { account, with: other, email });
}
