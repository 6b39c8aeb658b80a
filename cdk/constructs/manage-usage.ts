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
      description:
        'Signs uploads, releases held ones, switches automatic sync, dismisses findings, recomputes usage.',
      configSchema,
      settings: {},
      // Recomputing usage takes the memory of a merge, and its time on the CPU: this is one vCPU.
      memorySize: 1769,
      // No longer than HTTP APIs wait for an answer.
      timeout: Duration.seconds(29),
    });
  }
}
