import * as z from 'zod';
import { arnSchema, numeric, readResources } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

/** Lambda's defaults. */
const DEFAULT_RETRY_ATTEMPTS = 2;
const DEFAULT_MAX_EVENT_AGE_SECONDS = 6 * 60 * 60;

const eventInvokeProperties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: numeric.pipe(z.int().min(0).max(2)).default(DEFAULT_RETRY_ATTEMPTS),
  MaximumEventAgeInSeconds: numeric.default(DEFAULT_MAX_EVENT_AGE_SECONDS),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: arnSchema }) }).optional(),
});

/** What becomes of asynchronous invocations of a function that fail. */
export interface AsyncSettings {
  readonly functionName: string;
  /** Attempts after the first. */
  readonly retryAttempts: number;
  readonly maxEventAgeMs: number;
  /** The queue that is told of those given up. */
  readonly failureQueueArn: string | null;
}

/** Those of the template; other functions have `defaultAsyncSettings`. */
export function readAsyncSettings(template: Template, resolver: Resolver): AsyncSettings[] {
  const configs = readResources(template, resolver, eventInvokeProperties, 'AWS::Lambda::EventInvokeConfig');
  return configs.map(([, properties]) => ({
    functionName: properties.FunctionName,
    retryAttempts: properties.MaximumRetryAttempts,
    maxEventAgeMs: properties.MaximumEventAgeInSeconds * 1000,
    failureQueueArn: properties.DestinationConfig?.OnFailure.Destination ?? null,
  }));
}

export function defaultAsyncSettings(functionName: string): AsyncSettings {
  return {
    functionName,
    retryAttempts: DEFAULT_RETRY_ATTEMPTS,
    maxEventAgeMs: DEFAULT_MAX_EVENT_AGE_SECONDS * 1000,
    failureQueueArn: null,
  };
}
