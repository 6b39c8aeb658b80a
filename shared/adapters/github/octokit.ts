import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type Bottleneck from 'bottleneck';
import * as z from 'zod';
import { graphqlAnswer } from '../../contracts/github/graphql-answer.ts';
import type { PullCall } from '../../github-ports.ts';
import { failureOfCauses } from './pull-failures.ts';
import { type Sending, sender } from './send.ts';

/** A limit that is in force again after so many waits is not going to end. */
const MAX_LIMIT_WAITS = 5;

/** After 1, 4 and 9 seconds. */
const RETRIES = 3;

/** Statuses that another try does not change. Of the limits (403, 429) the throttling takes care. */
const FINAL_STATUSES = [400, 401, 403, 404, 409, 410, 422, 429, 451];

export interface OctokitSettings extends Sending {
  readonly apiUrl: string;
  readonly token: string;
  readonly pace: Bottleneck.Group;
  /** How long a second of waiting is. */
  readonly retryAfterBaseMs: number;
}

/** For one pull: it waits and retries within the pull's deadline, and counts the pull's requests. */
export function octokitFor(settings: OctokitSettings): Octokit {
  const { apiUrl, token, pace, retryAfterBaseMs } = settings;
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const hasTimeFor = (seconds: number) => endsInTime(seconds * retryAfterBaseMs, settings.call);
  const onLimit = (seconds: number, _options: unknown, _octokit: unknown, waits: number) =>
    waits < MAX_LIMIT_WAITS && hasTimeFor(seconds);
  // The first plugin is nearest to the request: what it decides, the others go by.
  const PullOctokit = Octokit.plugin(withoutOddErrors, retryWithin(hasTimeFor), throttling, retry);
  return new PullOctokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'license-usage-sync',
    // Octokit would tell of deprecated endpoints by their whole URL.
    log,
    request: { fetch: sender(settings), log },
    throttle: {
      write: pace,
      retryAfterBaseValue: retryAfterBaseMs,
      onRateLimit: onLimit,
      onSecondaryRateLimit: onLimit,
    },
    retry: { retries: RETRIES, retryAfterBaseValue: retryAfterBaseMs, doNotRetry: FINAL_STATUSES },
  });
}

/** The plugins look for GraphQL's errors in every answer, and break on what has none of the shape they expect. */
function withoutOddErrors(octokit: Octokit) {
  octokit.hook.after('request', (answer) => {
    if (!answerOfAnyKind.safeParse(answer.data).success) answer.data = '';
  });
  return {};
}

const answerOfAnyKind = z.union([z.string(), z.array(z.unknown()), graphqlAnswer]);

/**
 * The retry plugin waits for the square of the attempt's number in seconds, whatever time is left, and takes a
 * certificate that is not trusted for a fault that passes.
 */
function retryWithin(hasTimeFor: (seconds: number) => boolean) {
  return (octokit: Octokit) => {
    octokit.hook.error('request', (error, options) => {
      const attempt = (options.request.retryCount ?? 0) + 1;
      const mayPass = failureOfCauses(error) !== 'untrusted-certificate';
      if (!mayPass || !hasTimeFor(attempt ** 2)) options.request.retries = 0;
      throw error;
    });
    return {};
  };
}

function endsInTime(waitMs: number, { deadlineMs }: PullCall): boolean {
  return Date.now() + waitMs < deadlineMs;
}

function ignore(): void {}
