import * as z from 'zod';
import {
  CHANNEL_OF_PULL,
  CROSS_CHECKS,
  isConcluded,
  PULL_KINDS,
  PULL_STATES,
  type Pull,
} from '../../domain/sync-run.ts';
import { holdBody, holdSchema } from './merge-outcome.ts';
import { holdFix, PULL_FAILURE_TEXTS, pullFailureBody, pullFailureSchema } from './sync-failures.ts';

const count = z.int().min(0);

/** `difference` is what the source tells less what was counted. */
const crossCheckSchema = z.strictObject({
  name: z.enum(CROSS_CHECKS),
  told: z.int(),
  counted: z.int(),
  difference: z.int(),
});

/** One thing asked of one source in a sync run, and what became of it. */
export const pullSchema = z.strictObject({
  kind: z.enum(PULL_KINDS),
  source: z.string(),
  state: z.enum(PULL_STATES),
  message: z.string(),
  started_at: z.iso.datetime().nullable(),
  duration_seconds: z.number().min(0).nullable(),
  requests: count,
  entries: count.nullable(),
  failure: pullFailureSchema.nullable(),
  hold: holdSchema.nullable(),
  cross_checks: z.array(crossCheckSchema),
});

/** `runHasEnded`: nothing more will be told of the pull. */
export function pullBody(pull: Pull, runHasEnded: boolean): z.output<typeof pullSchema> {
  return {
    kind: pull.kind,
    source: pull.source,
    state: pull.state,
    message:
      runHasEnded && !isConcluded(pull.state)
        ? 'The run ended before it could tell what became of this. Sync again.'
        : messageOf(pull),
    started_at: pull.startedAt,
    duration_seconds: pull.durationMs === null ? null : pull.durationMs / 1000,
    requests: pull.requests,
    entries: pull.entries,
    failure: pull.failure && pullFailureBody(pull.failure),
    hold: pull.hold && holdBody(pull.hold),
    cross_checks: pull.crossChecks.map(({ name, told, counted }) => ({
      name,
      told,
      counted,
      difference: told - counted,
    })),
  };
}

function messageOf({ kind, source, state, failure }: Pull): string {
  switch (state) {
    case 'waiting':
      return 'This is about to be pulled.';
    case 'running':
      return 'This is being pulled.';
    case 'pulled':
      return 'This was pulled and stored, and waits for the merge.';
    case 'completed':
      return CHANNEL_OF_PULL[kind] === null
        ? 'The list was read.'
        : 'This was pulled and is part of the ledger.';
    case 'superseded':
      return 'A newer observation of the same source was there already, so nothing was changed.';
    case 'held':
      return `This would remove an unusual share of the accounts of its source, so nothing was changed. ${holdFix(source)}`;
    case 'skipped':
      return 'The run had no time left for this. Sync again, naming only this source.';
    case 'failed':
      return `${PULL_FAILURE_TEXTS[failure ?? 'internal'].message} What was known before stays.`;
  }
}
