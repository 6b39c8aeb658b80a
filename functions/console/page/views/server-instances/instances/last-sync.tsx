import type { ServerInstanceBody } from '../../../api/server-instances.ts';
import { Age } from '../../../components/age.tsx';
import { StatusLabel, type StatusLook } from '../../../components/status-label.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { FailureText } from '../failure-text.tsx';

const LOOKS: Readonly<Record<ServerInstanceBody['status'], StatusLook>> = {
  'Server usage uploaded': { icon: 'upload', tone: 'success' },
  'GitHub Connect server usage synced': { icon: 'check-circle', tone: 'success' },
  'GitHub Connect server usage never synced': { icon: 'alert', tone: 'attention' },
};

/** How the usage of an instance came last and when, in GitHub's words, and what is wrong with that. */
export function LastSync({ instance }: { readonly instance: ServerInstanceBody }) {
  const translator = useTranslator();
  const { status, users_encrypted: usersEncrypted, last_sync: lastSync } = instance;
  const cameAt = usersEncrypted ? instance.encrypted_at : instance.observations[0]?.observed_at;
  const look = usersEncrypted ? ({ icon: 'lock', tone: 'attention' } as const) : LOOKS[status];
  return (
    <div class="outcome">
      <StatusLabel {...look} text={translator.text(`server-instances.${status}`)} />
      {cameAt && (
        <span class="muted">
          <Age of={cameAt} />
        </span>
      )}
      {usersEncrypted && <p>{translator.text('server-instances.users-encrypted')}</p>}
      {lastSync?.failure && (
        <>
          <p>{translator.rich('server-instances.sync-failed', { age: <Age of={lastSync.date} /> })}</p>
          <FailureText reason={lastSync.failure} />
        </>
      )}
      {instance.github_connect?.failed && <p>{translator.text('server-instances.connect-failed')}</p>}
    </div>
  );
}
