import type { ComponentChildren } from 'preact';
import type { Loaded } from '../api/use-loaded.ts';
import { useTranslator } from '../language/language-context.tsx';
import { ErrorState } from './error-state.tsx';
import './state.css';

interface LoadingProps<Value> {
  readonly of: Loaded<Value>;
  readonly children: (value: Value) => ComponentChildren;
}

/** What was loaded; before that a placeholder, and an error in its place. */
export function Loading<Value>({ of: { value, error, loading, reload }, children }: LoadingProps<Value>) {
  if (error !== null && !loading) return <ErrorState error={error} onRetry={reload} />;
  if (value === null) return <Placeholder />;
  return (
    <div class={loading ? 'reloading' : undefined} aria-busy={loading}>
      {children(value)}
    </div>
  );
}

function Placeholder() {
  const translator = useTranslator();
  return (
    <div role="status">
      <p class="visually-hidden">{translator.text('controls.loading')}</p>
      <div class="placeholder" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
