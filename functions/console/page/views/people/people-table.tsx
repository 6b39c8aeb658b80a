import type { PersonSummary } from '../../api/people.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlainList } from '../../components/plain-list.tsx';
import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import { ConsumptionLabel } from './consumption-label.tsx';
import { furtherAddressesOf, personNameOf, shortIdOf } from './person-name.ts';

const ADDRESSES_SHOWN = 2;
const INSTANCES_SHOWN = 3;

export function PeopleTable({ people }: { readonly people: readonly PersonSummary[] }) {
  const translator = useTranslator();
  const columns: [Column<PersonSummary>, ...Column<PersonSummary>[]] = [
    {
      id: 'person',
      header: translator.text('people.person'),
      cell: (person) => <PersonLink person={person} />,
    },
    {
      id: 'addresses',
      header: translator.text('people.addresses'),
      long: true,
      cell: (person) => <Addresses emails={furtherAddressesOf(person)} />,
    },
    {
      id: 'accounts',
      header: translator.text('people.accounts'),
      long: true,
      cell: (person) => <Accounts person={person} />,
    },
    {
      id: 'license',
      header: translator.text('people.license'),
      long: true,
      cell: ({ consumption }) => <ConsumptionLabel consumption={consumption} />,
    },
  ];
  return (
    <DataTable
      caption={translator.text('people.title')}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
    />
  );
}

function PersonLink({ person }: { readonly person: PersonSummary }) {
  const translator = useTranslator();
  const name = personNameOf(person);
  return (
    <a class="person-link" href={hrefOf(['people', person.id])}>
      {name === null ? (
        translator.text('people.nameless', { id: shortIdOf(person) })
      ) : (
        <Written text={name} />
      )}
    </a>
  );
}

function Addresses({ emails }: { readonly emails: readonly string[] }) {
  const translator = useTranslator();
  if (emails.length === 0) return null;
  const shown = emails.slice(0, ADDRESSES_SHOWN);
  const hidden = emails.length - shown.length;
  return (
    <PlainList
      items={[
        ...shown.map((email) => <Written key={email} text={email} />),
        ...(hidden > 0 ? [translator.text('people.more-addresses', { count: hidden })] : []),
      ]}
    />
  );
}

function Accounts({ person }: { readonly person: PersonSummary }) {
  const translator = useTranslator();
  const { login, host_names: hostNames } = person;
  const hidden = hostNames.length - INSTANCES_SHOWN;
  if (login === null && hostNames.length === 0) return translator.text('people.subscription-alone');
  return (
    <PlainList
      items={[
        ...(login === null ? [] : [translator.text('people.cloud-account')]),
        ...hostNames.slice(0, INSTANCES_SHOWN).map((hostName) => <Written key={hostName} text={hostName} />),
        ...(hidden > 0 ? [translator.text('people.more-instances', { count: hidden })] : []),
      ]}
    />
  );
}
