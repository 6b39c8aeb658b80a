import type { UploadSummary } from '../../../api/uploads.ts';
import { StatusLabel, type StatusLook } from '../../../components/status-label.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

type State = UploadSummary['state'];

const LOOKS: Readonly<Record<State, StatusLook>> = {
  received: { icon: 'sync', tone: 'accent' },
  encrypted: { icon: 'lock', tone: 'attention' },
  held: { icon: 'alert', tone: 'attention' },
  rejected: { icon: 'no-entry', tone: 'danger' },
  superseded: { icon: 'skip', tone: 'neutral' },
  merged: { icon: 'check-circle', tone: 'success' },
};

export function UploadState({ state }: { readonly state: State }) {
  const translator = useTranslator();
  return <StatusLabel {...LOOKS[state]} text={translator.text(`uploads.${state}.title`)} />;
}
