import { useApi } from '../../../api/api-context.tsx';
import { type PersonBody, readPerson } from '../../../api/people.ts';
import { useLoaded } from '../../../api/use-loaded.ts';
import { Loading } from '../../../components/loading.tsx';
import { View } from '../../../components/view.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';
import { personNameOf, shortIdOf } from '../person-name.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { AmbiguitiesPanel } from './ambiguities-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { LicensePanel } from './license-panel.tsx';
import { MatchesPanel } from './matches-panel.tsx';
import { SubscriptionsPanel } from './subscriptions-panel.tsx';
import './person-view.css';

export function PersonView({ id }: { readonly id: string }) {
  const api = useApi();
  const translator = useTranslator();
  const loaded = useLoaded((signal) => readPerson(api, id, signal), [id]);
  const titleOf = (person: PersonBody) =>
    personNameOf(person) ?? translator.text('people.nameless', { id: shortIdOf(person) });
  return (
    <View
      title={loaded.value === null ? translator.text('person.title') : titleOf(loaded.value)}
      actions={
        <a class="button" href={hrefOf(['people'])}>
          {translator.text('person.back')}
        </a>
      }
    >
      <Loading of={loaded}>
        {(person) => (
          <div class="person">
            <LicensePanel person={person} />
            <FindingsPanel personId={person.id} />
            <AccountsPanel person={person} />
            <MatchesPanel matches={person.matches} />
            <AmbiguitiesPanel ambiguities={person.ambiguities} />
            <SubscriptionsPanel emails={person.visual_studio_subscriptions} />
          </div>
        )}
      </Loading>
    </View>
  );
}
