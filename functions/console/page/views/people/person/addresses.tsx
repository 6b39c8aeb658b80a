import { PlainList } from '../../../components/plain-list.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

/** `emails`: null where nothing tells. */
export function Addresses({ emails }: { readonly emails: readonly string[] | null }) {
  const translator = useTranslator();
  if (emails === null) return translator.text('person.unknown');
  if (emails.length === 0) return translator.text('person.none');
  return <PlainList items={emails.map((email) => <Written key={email} text={email} />)} />;
}
