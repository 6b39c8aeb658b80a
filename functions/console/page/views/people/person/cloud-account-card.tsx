import type { PersonBody } from '../../../api/people.ts';
import { Facts } from '../../../components/facts.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { Addresses } from './addresses.tsx';
import { Observations } from './observations.tsx';

type CloudAccount = NonNullable<PersonBody['cloud_account']>;

export function CloudAccountCard({ account }: { readonly account: CloudAccount }) {
  const translator = useTranslator();
  return (
    <>
      <h3>
        <Icon name="organization" />
        {translator.text('person.cloud')}
      </h3>
      <Facts
        facts={[
          { term: translator.text('person.login'), value: <Written text={account.login} /> },
          {
            term: translator.text('person.verified-emails'),
            value: (
              <>
                <Addresses emails={account.verified_emails} />
                <p class="account-note muted">{translator.text('person.verified-emails.note')}</p>
              </>
            ),
          },
          {
            term: translator.text('person.saml-name-id'),
            value: account.saml_name_id ? (
              <Written text={account.saml_name_id} />
            ) : (
              translator.text('person.none')
            ),
          },
          {
            term: translator.text('consumption.license-type'),
            value: translator.text(
              account.license_type === null
                ? 'person.unknown'
                : `consumption.license-type.${account.license_type}`,
            ),
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
