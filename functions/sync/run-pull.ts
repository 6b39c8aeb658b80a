import { PullError } from '../../shared/domain/pull-error.ts';
import { isConcluded, type Pull, type PullFailure } from '../../shared/domain/sync-run.ts';
import type { PullCall } from '../../shared/github-ports.ts';
import type { PullKey } from './run-record.ts';
import type { SyncWork } from './sync-context.ts';

/** One thing to be asked, and what is done with the answer. */
export interface PullTask<Answer> extends PullKey {
  readonly ask: (call: PullCall) => Promise<Answer>;
  /** Keeps the answer in our stores. Returns what became of the pull. */
  readonly keep: (answer: Answer) => Promise<PullOutcome>;
}

export type PullOutcome = Partial<Pull> & Pick<Pull, 'state'>;

/** With less time left, a pull is not begun. */
const LEAST_PULL_MS = 10_000;

/**
 * Carries out a pull that waits in the record, if there is time. Whatever fails in it concludes this pull only.
 * @throws SyncUnfinished when the run has lost its lease.
 */
export async function runPull<Answer>(task: PullTask<Answer>, work: SyncWork): Promise<void> {
  const { record, context, pullsEndMs } = work;
  const beganMs = context.now();
  if (record.pull(task)?.state !== 'waiting' || beganMs > pullsEndMs - LEAST_PULL_MS) return;
  await record.ensureHeld();
  const observedAt = new Date(beganMs).toISOString();
  record.changePull(task, { state: 'running', startedAt: observedAt });
  const conclude = (outcome: PullOutcome, error?: unknown): void => {
    record.changePull(task, { ...outcome, durationMs: context.now() - beganMs });
    const pull = record.pull(task);
    if (pull !== undefined && isConcluded(pull.state))
      context.observer.pullConcluded(record.run.id, pull, error);
  };
  const call: PullCall = {
    observedAt,
    deadlineMs: pullsEndMs,
    signal: context.timeout(pullsEndMs - beganMs),
    onRequest: () => record.countRequest(task),
  };
  try {
    conclude(await task.keep(await inTime(task.ask(call), call.signal)));
  } catch (error) {
    conclude({ state: 'failed', failure: failureOf(error, call.signal) }, error);
  }
}

function failureOf(error: unknown, { aborted }: AbortSignal): PullFailure {
  if (error instanceof PullError) return error.failure;
  return aborted ? 'timed-out' : 'internal';
}

/** Does not trust the answer to end with the signal. One that comes too late is dropped unseen. */
async function inTime<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise: timeIsUp, reject } = Promise.withResolvers<never>();
  const onAbort = () =>
    reject(new PullError('timed-out', 'the time for pulls was up before the answer came'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([answer, timeIsUp]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
