import { ApiError, type ApiErrorKind } from './api-error.ts';

/** What passes by itself: asking again may well help, and what was begun goes on meanwhile. */
const PASSING: readonly ApiErrorKind[] = ['offline', 'unavailable', 'too-many-requests'];

export interface Polling<Answer> {
  /** Null: there is nothing to tell yet. */
  readonly ask: () => Promise<Answer | null>;
  readonly onAnswer: (answer: Answer) => void;
  readonly isLast: (answer: Answer) => boolean;
  /** From the shortest, which comes first, each pause is half as long again, up to the longest. */
  readonly pauseMs: { readonly shortest: number; readonly longest: number };
  readonly signal: AbortSignal;
}

/**
 * Asks again and again until the last answer has come, or the signal is aborted: then nothing more is told. Throws
 * the ApiError of a request that would not do better later.
 */
export async function poll<Answer>({
  ask,
  onAnswer,
  isLast,
  pauseMs,
  signal,
}: Polling<Answer>): Promise<void> {
  let pause = pauseMs.shortest;
  while (!signal.aborted) {
    const answer = await answerOrNull(ask, signal);
    if (signal.aborted) return;
    if (answer !== null) onAnswer(answer);
    if (answer !== null && isLast(answer)) return;
    await wait(pause, signal);
    pause = Math.min(pause * 1.5, pauseMs.longest);
  }
}

async function answerOrNull<Answer>(
  ask: () => Promise<Answer | null>,
  signal: AbortSignal,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (signal.aborted || (error instanceof ApiError && PASSING.includes(error.kind))) return null;
    throw error;
  }
}

/** Ends at once when the signal is aborted. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
