import type { ComponentChildren } from 'preact';
import type { ServerInstanceBody } from '../../../api/server-instances.ts';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import './instance-details.css';

/** What else is known of an instance. */
export function InstanceDetails({ instance }: { readonly instance: ServerInstanceBody }) {
  const translator = useTranslator();
  const { server_id: serverId, people, consumed, github_connect: connect, observations } = instance;
  return (
    <dl class="instance-details">
      {serverId !== null && (
        <Fact name={translator.text('server-instances.server-id')}>
          <Written code text={serverId} />
        </Fact>
      )}
      {people !== null && (
        <Fact name={translator.text('server-instances.people')}>{translator.number(people)}</Fact>
      )}
      {consumed !== null && (
        <Fact name={translator.text('server-instances.consumed')}>{translator.number(consumed)}</Fact>
      )}
      {connect && (
        <Fact name={translator.text('server-instances.connect-status')}>
          <GitHubConnect connect={connect} />
        </Fact>
      )}
      {observations.length > 0 && (
        <Fact name={translator.text('server-instances.observations')}>
          <Observations observations={observations} />
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface GitHubConnectProps {
  readonly connect: NonNullable<ServerInstanceBody['github_connect']>;
}

/** GitHub's own word, whatever it is, and its date. */
function GitHubConnect({ connect: { status, date } }: GitHubConnectProps) {
  const translator = useTranslator();
  const isInstant = date !== null && !Number.isNaN(Date.parse(date));
  const told = [status, isInstant ? translator.dateTime(date) : date].filter((text) => text !== null);
  return (
    <Written text={told.length === 0 ? translator.text('server-instances.not-known') : told.join(' · ')} />
  );
}

interface ObservationsProps {
  readonly observations: ServerInstanceBody['observations'];
}

/** What the first cannot tell comes from the next. */
function Observations({ observations }: ObservationsProps) {
  const translator = useTranslator();
  return (
    <ul>
      {observations.map(({ channel, accounts, observed_at: observedAt }) => (
        <li key={channel}>
          {translator.text('server-instances.observation', {
            channel: translator.text(`server-instances.channel.${channel}`),
            count: accounts,
            date: translator.dateTime(observedAt),
          })}
        </li>
      ))}
    </ul>
  );
}
