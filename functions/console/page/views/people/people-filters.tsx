import { DEPLOYMENT_NAMES } from '../../../../../shared/contracts/http/people-filter.ts';
import { CONSUMPTION_REASONS } from '../../../../../shared/domain/consumption.ts';
import { useApi } from '../../api/api-context.tsx';
import type { PeopleSearch } from '../../api/people.ts';
import { readServerInstances } from '../../api/server-instances.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { SelectMenu } from '../../components/select-menu.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { licenseFilterOf, queryOfLicense } from './license-filter.ts';

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onChoose: (query: Readonly<Record<string, string>>) => void;
}

export function PeopleFilters({ search, onChoose }: PeopleFiltersProps) {
  const translator = useTranslator();
  const all = { value: '', label: translator.text('people.filter.all') };
  return (
    <>
      <SelectMenu
        label={translator.text('people.filter.license')}
        value={licenseFilterOf(search)}
        choices={[
          all,
          { value: 'true', label: translator.text('people.license.true') },
          { value: 'false', label: translator.text('people.license.false') },
          ...CONSUMPTION_REASONS.map((value) => ({
            value,
            label: translator.text('people.license.reason', {
              reason: translator.text(`consumption.reason.${value}`),
            }),
          })),
        ]}
        onChoose={(license) => onChoose(queryOfLicense(license))}
      />
      <SelectMenu
        label={translator.text('people.filter.deployment')}
        value={search.deployment}
        choices={[
          all,
          ...DEPLOYMENT_NAMES.map((value) => ({
            value,
            label: translator.text(`usage.${value}`),
          })),
        ]}
        onChoose={(deployment) => onChoose({ deployment })}
      />
      <InstanceFilter search={search} onChoose={onChoose} />
    </>
  );
}

/** One menu for two parameters, of which nobody wants both. */
function InstanceFilter({ search, onChoose }: PeopleFiltersProps) {
  const { source, several_instances: several } = search;
  const api = useApi();
  const translator = useTranslator();
  const { value } = useLoaded((signal) => readServerInstances(api, signal), []);
  const hostNames = value?.server_instances.map(({ host_name: hostName }) => hostName) ?? [];
  const sources = new Set(hostNames.map((hostName) => `${SERVER_PREFIX}${hostName}`));
  // What the address asks for is shown as chosen, also before it is known which instances there are.
  if (source.startsWith(SERVER_PREFIX)) sources.add(source);
  return (
    <SelectMenu
      label={translator.text('people.filter.source')}
      value={several === 'true' ? SEVERAL : source}
      choices={[
        { value: '', label: translator.text('people.filter.all') },
        { value: SEVERAL, label: translator.text('people.several-instances') },
        ...[...sources].map((choice) => ({ value: choice, label: choice.slice(SERVER_PREFIX.length) })),
        ...(source === 'cloud' ? [{ value: source, label: translator.text('people.cloud-account') }] : []),
      ]}
      onChoose={(chosen) =>
        onChoose(
          chosen === SEVERAL
            ? { source: '', several_instances: 'true' }
            : { source: chosen, several_instances: '' },
        )
      }
    />
  );
}

/** No source is called so. */
const SEVERAL = 'several';

const SERVER_PREFIX = 'server:';
