import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../../functions/console/page/api/api-error.ts';
import { poll } from '../../../../functions/console/page/api/poll.ts';

const PAUSE_MS = { shortest: 1_000, longest: 3_000 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function apiError(kind: ApiErrorKind): ApiError {
  return new ApiError(kind, { message: '', requestId: null });
}

/** Polls for these answers, one after the other, and notes when each was asked for, in ms from the beginning. */
function polling(answers: readonly (string | null | Error)[]) {
  const begunAt = Date.now();
  const asked: number[] = [];
  const told: string[] = [];
  const abort = new AbortController();
  const ended = poll({
    ask: async () => {
      const answer = answers[asked.push(Date.now() - begunAt) - 1];
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
    onAnswer: (answer: string) => told.push(answer),
    isLast: (answer) => answer === 'last',
    pauseMs: PAUSE_MS,
    signal: abort.signal,
  });
  return { asked, told, abort, ended };
}

test('tells each answer until the last', async () => {
  const { told, ended } = polling(['first', 'second', 'last', 'more']);
  await vi.runAllTimersAsync();
  await ended;
  expect(told).toEqual(['first', 'second', 'last']);
});

test('asks at once, then ever less often, up to the longest pause', async () => {
  const { asked, ended } = polling([null, null, null, null, null, 'last']);
  await vi.runAllTimersAsync();
  await ended;
  expect(asked).toEqual([0, 1_000, 2_500, 4_750, 7_750, 10_750]);
});

test.each(['offline', 'unavailable', 'too-many-requests'] as const)(
  'goes on after "%s", which passes',
  async (kind) => {
    const { told, ended } = polling([apiError(kind), 'last']);
    await vi.runAllTimersAsync();
    await ended;
    expect(told).toEqual(['last']);
  },
);

test.each(['signed-out', 'forbidden', 'not-found', 'unreadable'] as const)(
  'ends with "%s", which asking again would not mend',
  async (kind) => {
    const { asked, ended } = polling([apiError(kind), 'last']);
    await expect(ended).rejects.toMatchObject({ kind });
    expect(asked).toHaveLength(1);
  },
);

test('ends at once when it is aborted while it waits, and leaves no timer', async () => {
  const { asked, abort, ended } = polling(['first', 'last']);
  await vi.advanceTimersByTimeAsync(500);
  abort.abort();
  await ended;
  expect(asked).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('tells nothing of an answer that comes after it was aborted', async () => {
  const { told, abort, ended } = polling(['last']);
  abort.abort();
  await ended;
  expect(told).toEqual([]);
});
