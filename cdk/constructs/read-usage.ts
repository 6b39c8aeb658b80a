import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/read-usage/config.ts';
import type { GitHubSettings } from '../settings.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

export interface ReadUsageProps extends FunctionDefaults {
  readonly github: GitHubSettings;
}

/** Answers the questions of the HTTP API. */
export class ReadUsage extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, { github, logRetention, removalPolicy }: ReadUsageProps) {
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'read-usage',
      description: 'Answers reads of usage, people, server instances, uploads and syncs.',
      configSchema,
      settings: { ENTERPRISE_SLUG: github.enterprise },
      // Half a vCPU: a cold start is loading code, and an answer is a few key reads.
      memorySize: 1024,
      // A cold start and a full page of people take a second or two; a file for downloading is waited for, but not
      // for longer than HTTP APIs wait for an answer.
      timeout: Duration.seconds(29),
    });
  }
}
