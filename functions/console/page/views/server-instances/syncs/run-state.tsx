import type { SyncRunSummary } from '../../../api/sync-runs.ts';
import { StatusLabel, type StatusLook } from '../../../components/status-label.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

type State = SyncRunSummary['state'];

const LOOKS: Readonly<Record<State, StatusLook>> = {
  queued: { icon: 'clock', tone: 'neutral' },
  running: { icon: 'sync', tone: 'accent' },
  succeeded: { icon: 'check-circle', tone: 'success' },
  'partly-failed': { icon: 'alert', tone: 'attention' },
  failed: { icon: 'no-entry', tone: 'danger' },
  interrupted: { icon: 'alert', tone: 'danger' },
};

export function RunState({ state }: { readonly state: State }) {
  const translator = useTranslator();
  return <StatusLabel {...LOOKS[state]} text={translator.text(`syncs.${state}.title`)} />;
}
