import { Panel } from '../../../components/panel.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { Addresses } from './addresses.tsx';

/** Nothing where there are none. */
export function SubscriptionsPanel({ emails }: { readonly emails: readonly string[] }) {
  const translator = useTranslator();
  if (emails.length === 0) return null;
  return (
    <Panel title={translator.text('person.subscriptions')}>
      <Addresses emails={emails} />
    </Panel>
  );
}
