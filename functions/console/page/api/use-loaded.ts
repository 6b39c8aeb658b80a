import { useEffect, useState } from 'preact/hooks';
import { ApiError } from './api-error.ts';

/** What was asked for, so far. While it is asked for again, what was there before stays. */
export interface Loaded<Value> {
  readonly value: Value | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Asks when a view appears, when one of `inputs` changes and on `reload`; an answer that comes too late is dropped. */
export function useLoaded<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  inputs: readonly (string | number | boolean | null)[],
): Loaded<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [loading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const settle = (change: () => void) => {
      if (abort.signal.aborted) return;
      change();
      setLoading(false);
    };
    setLoading(true);
    load(abort.signal).then(
      (loaded) =>
        settle(() => {
          setValue(() => loaded);
          setError(null);
        }),
      (cause: unknown) => settle(() => setError(apiErrorOf(cause))),
    );
    return () => abort.abort();
  }, [...inputs, turn]);
  return { value, error, loading, reload: () => setTurn((before) => before + 1) };
}

/** What a view does wrong itself is shown like a failed request, rather than as nothing. */
function apiErrorOf(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError('failed', { message: '', requestId: null }, cause);
}
