import type { ApiError, ApiErrorKind } from '../api/api-error.ts';
import { useTranslator } from '../language/language-context.tsx';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';
import { State } from './state.tsx';

const ICONS: Readonly<Record<ApiErrorKind, IconName>> = {
  'signed-out': 'lock',
  forbidden: 'lock',
  'not-found': 'search',
  conflict: 'sync',
  invalid: 'alert',
  'too-many-requests': 'alert',
  unavailable: 'plug',
  offline: 'plug',
  unreadable: 'alert',
  failed: 'alert',
};

interface ErrorStateProps {
  readonly error: ApiError;
  readonly onRetry?: () => void;
}

/** What went wrong, what it means and what to do, by the kind of error. The API's own words are for whoever helps. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const translator = useTranslator();
  return (
    <State
      urgent
      icon={ICONS[error.kind]}
      title={translator.text(`errors.${error.kind}.title`)}
      actions={onRetry && <Button onClick={onRetry}>{translator.text('errors.try-again')}</Button>}
    >
      <p>{translator.text(`errors.${error.kind}.next`)}</p>
      {error.message && <p lang="en">{error.message}</p>}
      {error.requestId && <p>{translator.rich('errors.request', { id: <code>{error.requestId}</code> })}</p>}
    </State>
  );
}
