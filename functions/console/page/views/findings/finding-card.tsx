import { useId, useState } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { bringBackFinding, type Finding } from '../../api/findings.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { FindingEvidence } from './finding-evidence.tsx';
import './finding-card.css';

interface FindingCardProps {
  readonly finding: Finding;
  /** It was dismissed or brought back. */
  readonly onChanged: () => void;
}

export function FindingCard({ finding, onChanged }: FindingCardProps) {
  const translator = useTranslator();
  const id = useId();
  const { kind, seats, dismissed } = finding;
  return (
    <article class="finding" aria-labelledby={id}>
      <header>
        <h3 id={id}>{translator.text(`findings.${kind}.title`)}</h3>
        {seats > 0 && (
          <span class="finding-seats">{translator.text('findings.seats', { count: seats })}</span>
        )}
      </header>
      <p>{translator.text(`findings.${kind}.meaning`)}</p>
      <FindingEvidence finding={finding} />
      <p>
        <strong>{translator.text('findings.what-to-do')}</strong> {translator.text(`findings.${kind}.fix`)}
      </p>
      <footer>
        <span class="muted">
          {translator.text('findings.first-seen', { instant: translator.dateTime(finding.first_seen_at) })}
        </span>
        {dismissed === null ? (
          <Dismiss finding={finding} onChanged={onChanged} />
        ) : (
          <BringBack finding={finding} onChanged={onChanged} />
        )}
      </footer>
      {dismissed && (
        <p class="finding-dismissed">
          {translator.rich('findings.dismissed-by', {
            login: <bdi>{dismissed.by}</bdi>,
            instant: translator.dateTime(dismissed.at),
            reason: <bdi>{dismissed.reason}</bdi>,
          })}
        </p>
      )}
    </article>
  );
}

function Dismiss({ finding, onChanged }: FindingCardProps) {
  const translator = useTranslator();
  const [asking, setAsking] = useState(false);
  const dismissed = () => {
    setAsking(false);
    onChanged();
  };
  return (
    <>
      <Button icon="x" onClick={() => setAsking(true)}>
        {translator.text('findings.dismiss')}
      </Button>
      {asking && <DismissDialog finding={finding} onDismissed={dismissed} onClose={() => setAsking(false)} />}
    </>
  );
}

function BringBack({ finding, onChanged }: FindingCardProps) {
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
    <Button icon="sync" busy={busy} onClick={bringBack}>
      {translator.text('findings.bring-back')}
    </Button>
  );
}
