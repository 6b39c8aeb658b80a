import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/authorize-owner/config.ts';
import type { GitHubSettings } from '../settings.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

export interface AuthorizeOwnerProps extends FunctionDefaults {
  readonly github: GitHubSettings;
}

/** Asks GitHub whether a caller is an enterprise owner. */
export class AuthorizeOwner extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, { github, logRetention, removalPolicy }: AuthorizeOwnerProps) {
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'authorize-owner',
      description: 'Asks GitHub whether a caller of the HTTP API is an enterprise owner.',
      configSchema,
      settings: { ENTERPRISE_SLUG: github.enterprise, GITHUB_API_URL: github.apiUrl },
      // Every request waits for it, and a cold start is loading code and one TLS handshake.
      memorySize: 1024,
      // As long as API Gateway waits for an authorizer.
      timeout: Duration.seconds(10),
    });
  }
}
