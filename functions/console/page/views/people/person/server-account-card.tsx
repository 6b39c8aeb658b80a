import type { PersonBody } from '../../../api/people.ts';
import { Facts } from '../../../components/facts.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Label } from '../../../components/label.tsx';
import { PlainList } from '../../../components/plain-list.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { accountStatesOf } from './account-states.ts';
import { Addresses } from './addresses.tsx';
import { Observations } from './observations.tsx';

export type ServerAccount = PersonBody['server_accounts'][number];

export function ServerAccountCard({ account }: { readonly account: ServerAccount }) {
  const translator = useTranslator();
  const { primary_email: primaryEmail, system_user: systemUser } = account;
  return (
    <>
      <h3>
        <Icon name="server" />
        <Written text={account.host_name} />
      </h3>
      <Facts
        facts={[
          { term: translator.text('person.state'), value: <AccountStates account={account} /> },
          // Digits of a name, not a number of anything.
          { term: translator.text('person.user-id'), value: String(account.user_id) },
          ...(systemUser === null
            ? []
            : [{ term: translator.text('person.system-user'), value: <Written text={systemUser} /> }]),
          {
            term: translator.text('person.primary-email'),
            value:
              primaryEmail === null ? translator.text('person.unknown') : <Written text={primaryEmail} />,
          },
          {
            term: translator.text('person.further-emails'),
            value: <Addresses emails={account.further_emails} />,
          },
          {
            term: translator.text('person.security-products'),
            value: <SecurityProducts products={account.security_products} />,
          },
          {
            term: translator.text('person.observed'),
            value: <Observations observations={account.observations} />,
          },
        ]}
      />
    </>
  );
}

function AccountStates({ account }: { readonly account: ServerAccount }) {
  const translator = useTranslator();
  return (
    <span class="account-states">
      {accountStatesOf(account).map(({ name, tone }) => (
        <Label key={name} tone={tone}>
          {translator.text(`person.${name}`)}
        </Label>
      ))}
    </span>
  );
}

function SecurityProducts({ products }: { readonly products: ServerAccount['security_products'] }) {
  const translator = useTranslator();
  if (products === null) return translator.text('person.unknown');
  if (products.length === 0) return translator.text('person.none');
  return <PlainList items={products.map((product) => translator.text(`person.product.${product}`))} />;
}
