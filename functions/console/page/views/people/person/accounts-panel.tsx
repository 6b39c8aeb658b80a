import type { PersonBody } from '../../../api/people.ts';
import { Panel } from '../../../components/panel.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { CloudAccountCard } from './cloud-account-card.tsx';
import { ServerAccountCard } from './server-account-card.tsx';

/** Nothing where only a subscription is known. */
export function AccountsPanel({ person }: { readonly person: PersonBody }) {
  const translator = useTranslator();
  const { cloud_account: cloudAccount, server_accounts: serverAccounts } = person;
  const count = serverAccounts.length + (cloudAccount === null ? 0 : 1);
  if (count === 0) return null;
  return (
    <Panel
      title={translator.text('person.accounts')}
      lead={translator.text('person.accounts.lead', { count })}
    >
      <ul class="accounts">
        {cloudAccount && (
          <li class="account">
            <CloudAccountCard account={cloudAccount} />
          </li>
        )}
        {serverAccounts.map((account) => (
          <li key={account.account} class="account">
            <ServerAccountCard account={account} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
