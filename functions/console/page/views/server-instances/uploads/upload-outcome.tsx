import type { UploadBody } from '../../../api/uploads.ts';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { MergeCounts } from '../merge-counts.tsx';
import { Problems } from './problems.tsx';

/** What became of an upload, why, and what to do. */
export function UploadOutcome({ upload }: { readonly upload: UploadBody }) {
  const translator = useTranslator();
  const { state, rejection, hold, counts, problems, server_instance: instance } = upload;
  return (
    <>
      <p>{translator.text(`uploads.${state}.next`)}</p>
      {rejection && <p>{translator.text(`uploads.reason.${rejection.reason}`)}</p>}
      {state === 'held' && hold && (
        <>
          <p>
            <HoldText hold={hold} />
          </p>
          <p>{translator.text('uploads.held.where', { panel: translator.text('uploads.held-panel') })}</p>
        </>
      )}
      {state === 'encrypted' && instance && <UsersReportAddress hostName={instance.host_name} />}
      {counts && <MergeCounts counts={counts} />}
      {/* Who has the form at hand that asks for the instance needs no other way. */}
      {rejection && rejection.reason !== 'host-name-missing' && (
        <Problems problems={problems} total={rejection.total_problems} />
      )}
    </>
  );
}

export function HoldText({ hold }: { readonly hold: NonNullable<UploadBody['hold']> }) {
  const translator = useTranslator();
  const { accounts_removed: count, accounts_before: before } = hold;
  return <>{translator.text('uploads.hold', { count, before })}</>;
}

/** Where GitHub documents that a site administrator finds it. */
function UsersReportAddress({ hostName }: { readonly hostName: string }) {
  const translator = useTranslator();
  const address = `https://${hostName}/stafftools/reports/all_users.csv`;
  return (
    <p>
      {translator.rich('uploads.encrypted.how', {
        address: (
          <a href={address} target="_blank" rel="noopener noreferrer">
            <Written text={address} />
          </a>
        ),
      })}
    </p>
  );
}
