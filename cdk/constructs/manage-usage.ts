import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/manage-usage/config.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

/** Does what owners order through the HTTP API. */
export class ManageUsage extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, defaults: FunctionDefaults) {
    super(scope, id, {
      ...defaults,
      folder: 'manage-usage',
      description: 'Signs uploads and releases held ones.',
      configSchema,
      settings: {},
      // As read-usage: a cold start is all that takes time here.
      memorySize: 1024,
      timeout: Duration.seconds(10),
    });
  }
}
