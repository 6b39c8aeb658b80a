import { useId, useState } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { bringBackFinding, type Finding } from '../../api/findings.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { FindingEvidence } from './finding-evidence.tsx';
import './finding-item.css';

interface FindingItemProps {
  readonly finding: Finding;
  /** It was dismissed or brought back. */
  readonly onChanged: () => void;
}

/** One finding with its evidence, and whether it may be left as it is. */
export function FindingItem({ finding, onChanged }: FindingItemProps) {
  const translator = useTranslator();
  const id = useId();
  const { seats, dismissed } = finding;
  return (
    <li class="finding">
      <FindingEvidence finding={finding} id={id} />
      <div class="finding-state">
        {seats > 0 && (
          <span class="finding-seats">{translator.text('findings.seats', { count: seats })}</span>
        )}
        <span class="muted">
          {translator.text('findings.first-seen', { instant: translator.dateTime(finding.first_seen_at) })}
        </span>
        {dismissed === null ? (
          <Dismiss finding={finding} evidenceId={id} onChanged={onChanged} />
        ) : (
          <BringBack finding={finding} evidenceId={id} onChanged={onChanged} />
        )}
      </div>
      {dismissed && (
        <p class="finding-dismissed">
          {translator.rich('findings.dismissed-by', {
            login: <Written text={dismissed.by} />,
            instant: translator.dateTime(dismissed.at),
            reason: <Written whole text={dismissed.reason} />,
          })}
        </p>
      )}
    </li>
  );
}

interface ActionProps extends FindingItemProps {
  /** Tells which finding a button is about. */
  readonly evidenceId: string;
}

function Dismiss({ finding, evidenceId, onChanged }: ActionProps) {
  const translator = useTranslator();
  const [asking, setAsking] = useState(false);
  const dismissed = () => {
    setAsking(false);
    onChanged();
  };
  return (
    <>
      <Button icon="x" describedBy={evidenceId} onClick={() => setAsking(true)}>
        {translator.text('findings.dismiss')}
      </Button>
      {asking && <DismissDialog finding={finding} onDismissed={dismissed} onClose={() => setAsking(false)} />}
    </>
  );
}

function BringBack({ finding, evidenceId, onChanged }: ActionProps) {
  const translator = useTranslator();
  const announce = useAnnounce();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const bringBack = async () => {
    setBusy(true);
    try {
      await bringBackFinding(api, finding);
      announce(translator.text('findings.was-brought-back'));
      onChanged();
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'failed';
      announce(translator.text(`errors.${kind}.next`), 'error');
      setBusy(false);
    }
  };
  return (
    <Button icon="sync" busy={busy} describedBy={evidenceId} onClick={bringBack}>
      {translator.text('findings.bring-back')}
    </Button>
  );
}
