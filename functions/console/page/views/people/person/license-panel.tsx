import type { PersonBody } from '../../../api/people.ts';
import { Facts } from '../../../components/facts.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

/** Whether the person consumes a license, why, of which type and since when. */
export function LicensePanel({ person }: { readonly person: PersonBody }) {
  const translator = useTranslator();
  const { consumes, reason, since, license_type: type } = person.consumption;
  return (
    <Panel title={translator.text('person.license')}>
      <div class="person-license">
        <p class="person-license-state">
          <Icon name={consumes ? 'check-circle' : 'x'} />
          {translator.text(consumes ? 'consumption.consumes' : 'consumption.consumes-none')}
        </p>
        <p>{translator.text(`consumption.why.${reason}`)}</p>
        <Facts
          facts={[
            {
              term: translator.text('consumption.license-type'),
              value: translator.text(`consumption.license-type.${type ?? 'none'}`),
            },
            ...(since === null
              ? []
              : [{ term: translator.text('person.since'), value: <Instant at={since} /> }]),
            {
              term: translator.text('person.first-seen'),
              value: <Instant at={person.first_seen_at} />,
            },
          ]}
        />
      </div>
    </Panel>
  );
}
