import { isConcluded } from '../../../../../../shared/domain/sync-run.ts';
import type { PullBody } from '../../../api/sync-runs.ts';
import { StatusLabel, type StatusLook } from '../../../components/status-label.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { FailureText } from '../failure-text.tsx';
import { CrossChecks } from './cross-checks.tsx';

const LOOKS: Readonly<Record<PullBody['state'], StatusLook>> = {
  waiting: { icon: 'clock', tone: 'neutral' },
  running: { icon: 'sync', tone: 'accent' },
  pulled: { icon: 'sync', tone: 'accent' },
  completed: { icon: 'check-circle', tone: 'success' },
  superseded: { icon: 'skip', tone: 'neutral' },
  held: { icon: 'alert', tone: 'attention' },
  failed: { icon: 'no-entry', tone: 'danger' },
  skipped: { icon: 'skip', tone: 'attention' },
};

interface PullStateProps {
  readonly pull: PullBody;
  /** Nothing more will be told of it. */
  readonly runHasEnded: boolean;
}

/** What became of a pull, why, what to do, and what the source tells of itself. */
export function PullState({ pull, runHasEnded }: PullStateProps) {
  const translator = useTranslator();
  const { state, failure, cross_checks: crossChecks } = pull;
  const brokeOff = runHasEnded && !isConcluded(state);
  return (
    <div class="outcome">
      <StatusLabel {...LOOKS[state]} text={translator.text(`syncs.pull.${state}`)} />
      {brokeOff && <p>{translator.text('syncs.note.broken-off')}</p>}
      <PullNote pull={pull} />
      {failure && <FailureText reason={failure.reason} />}
      {crossChecks.length > 0 && <CrossChecks checks={crossChecks} />}
    </div>
  );
}

function PullNote({ pull: { state, hold } }: { readonly pull: PullBody }) {
  const translator = useTranslator();
  switch (state) {
    case 'superseded':
    case 'skipped':
      return <p>{translator.text(`syncs.note.${state}`)}</p>;
    case 'held': {
      const removed = hold?.accounts_removed ?? 0;
      return <p>{translator.text('syncs.note.held', { removed, before: hold?.accounts_before ?? 0 })}</p>;
    }
    default:
      return null;
  }
}
