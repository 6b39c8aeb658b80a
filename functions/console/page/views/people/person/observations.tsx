import type { PersonBody } from '../../../api/people.ts';
import { Instant } from '../../../components/instant.tsx';
import { PlainList } from '../../../components/plain-list.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

interface ObservationsProps {
  /** Newest first. */
  readonly observations: PersonBody['server_accounts'][number]['observations'];
}

/** Where the facts of an account come from, and of when they are. */
export function Observations({ observations }: ObservationsProps) {
  const translator = useTranslator();
  if (observations.length === 0) return translator.text('person.unknown');
  return (
    <PlainList
      items={observations.map(({ channel, observed_at: at }) =>
        translator.rich('person.observation', {
          channel: translator.text(`person.channel.${channel}`),
          time: <Instant at={at} />,
        }),
      )}
    />
  );
}
