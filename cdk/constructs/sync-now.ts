import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/sync-now/config.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

/** Starts a sync for an owner who does not want to wait for the weekly one. */
export class SyncNow extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, defaults: FunctionDefaults) {
    super(scope, id, {
      ...defaults,
      folder: 'sync-now',
      description: 'Starts a sync of license usage.',
      configSchema,
      settings: {},
      // As read-usage: a cold start is all that takes time here.
      memorySize: 1024,
      timeout: Duration.seconds(10),
    });
  }
}
