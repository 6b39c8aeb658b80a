import * as z from 'zod';
import { PULL_FAILURES, type PullFailure, RUN_FAILURES, type RunFailure } from '../../domain/sync-run.ts';

/** What happened, in words that an owner understands, and what to do. */
interface FailureText {
  readonly message: string;
  readonly fix: string;
}

export const PULL_FAILURE_TEXTS: Readonly<Record<PullFailure, FailureText>> = {
  unauthorized: {
    message: 'GitHub does not accept the token of this source.',
    fix:
      'Put a new classic token with the scope read:enterprise (site_admin for a server instance) into the ' +
      'connections secret, then sync again.',
  },
  forbidden: {
    message: 'GitHub accepts the token of this source, but does not let it see what was asked for.',
    fix:
      'Use the classic token of an enterprise owner with the scope read:enterprise (of a site administrator with ' +
      'the scope site_admin for a server instance), then sync again.',
  },
  'not-found': {
    message:
      'This source is not configured, or GitHub does not know what was asked for or hides it from this token.',
    fix:
      'Check the slug of the enterprise, the host name and base_url of the instance in the connections secret, and ' +
      'the scope of the token, then sync again.',
  },
  'rate-limited': {
    message: "GitHub's rate limit was reached, and the run had no time to wait for its end.",
    fix: 'Sync again in an hour. If it happens often, give this source a token that nothing else uses.',
  },
  'report-not-ready': {
    message: 'The instance was still preparing its users report when the time was up.',
    fix: 'Sync again in some minutes.',
  },
  unavailable: {
    message: 'GitHub could not be reached, or said that it does not work at the moment.',
    fix: 'Check that the source is up and can be reached from the network of the sync function, then sync again.',
  },
  'timed-out': {
    message: 'GitHub did not answer in full within the time of the run.',
    fix: 'Sync again, naming only this source, so that it has all of the time.',
  },
  'untrusted-certificate': {
    message:
      'The TLS certificate of the instance is not trusted: its authority is unknown, or it does not fit.',
    fix:
      'Put the certificate of its authority as ca_certificate into the connections secret, or renew the ' +
      'certificate of the instance, then sync again.',
  },
  'unreadable-answer': {
    message: "GitHub's answer was not of the form that it documents, so it was not used.",
    fix: 'Check that base_url leads to the instance itself, past every login page and proxy, then sync again.',
  },
  'incomplete-answer': {
    message: "GitHub's answer broke off or lacked a part, so it was not used.",
    fix: 'Sync again. If it happens often, look at what is between the sync function and the source.',
  },
  internal: {
    message: 'Something unexpected failed here, not at GitHub.',
    fix: 'Look up the run in the log of the sync function, then sync again.',
  },
};

export const RUN_FAILURE_TEXTS: Readonly<Record<RunFailure, FailureText>> = {
  'nothing-configured': {
    message: 'Nothing that was to be synced is configured.',
    fix: 'Put the tokens of the enterprise and of the server instances into the connections secret, then sync again.',
  },
  'not-started': {
    message: 'The sync could not be started.',
    fix: 'Sync again in a minute. If it happens again, look at the logs of sync-now and of the sync function.',
  },
  'not-merged': {
    message: 'The usage was pulled and stored, but not merged, so the ledger is as it was.',
    fix: 'Sync again. If it happens again, look up the run in the log of the sync function.',
  },
  internal: PULL_FAILURE_TEXTS.internal,
};

export const pullFailureSchema = z.strictObject({
  reason: z.enum(PULL_FAILURES),
  message: z.string(),
  fix: z.string(),
});

export function pullFailureBody(reason: PullFailure): z.output<typeof pullFailureSchema> {
  return { reason, ...PULL_FAILURE_TEXTS[reason] };
}

export const runFailureSchema = pullFailureSchema.extend({ reason: z.enum(RUN_FAILURES) });

export function runFailureBody(reason: RunFailure): z.output<typeof runFailureSchema> {
  return { reason, ...RUN_FAILURE_TEXTS[reason] };
}

/** How an owner lets a held pull of this source through. */
export function holdFix(source: string): string {
  const request = JSON.stringify({ sources: [source], accept_removals: true });
  return `If that is right, accept it by POST /sync-now with ${request}.`;
}
