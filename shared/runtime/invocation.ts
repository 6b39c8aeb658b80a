import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { isRetryable } from './failures.ts';
import { loggableError, safeError } from './loggable-error.ts';

/** Ids and counts of one finished invocation, for its completion line. */
export type CompletionFields = Readonly<Record<string, string | number>>;

interface WrapOptions<Event, Result> {
  /** Called per event. What it throws is logged and thrown on. */
  readonly handle: (event: Event, context: Context) => Promise<Result>;
  readonly completion?: (result: Result, event: Event) => CompletionFields;
}

/**
 * What every function exports: the handler with its request id in every log line and one line at its end, with
 * duration and outcome. Export the value returned here; the bare handler would run without any of it.
 */
export function wrapHandler<Event, Result>(
  logger: Logger,
  options: WrapOptions<Event, Result>,
): middy.MiddyfiedHandler<Event, Result> {
  // Lambda ends what runs out of time together with its process. Ending it early would leave the handler frozen
  // in the container, to go on writing during a later event.
  return middy<Event, Result>(withCompletionLine(logger, options), { timeoutEarlyInMillis: 0 }).use(
    // Whatever POWERTOOLS_LOGGER_LOG_EVENT says: an event holds addresses and tokens.
    injectLambdaContext(logger, { resetKeys: true, logEvent: false }),
  );
}

function withCompletionLine<Event, Result>(
  logger: Logger,
  { handle, completion = () => ({}) }: WrapOptions<Event, Result>,
): WrapOptions<Event, Result>['handle'] {
  return async (event, context) => {
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    try {
      const result = await handle(event, context);
      const fields = completion(result, event);
      logger.info('invocation completed', { outcome: 'completed', duration_ms: durationMs(), ...fields });
      return result;
    } catch (error) {
      const retryable = isRetryable(error);
      logger.error('invocation failed', {
        outcome: 'failed',
        duration_ms: durationMs(),
        retryable,
        error: loggableError(error),
      });
      // Lambda writes what a function throws to the log as well, with all its properties.
      throw safeError(error);
    }
  };
}
