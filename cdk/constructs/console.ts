import { execFileSync } from 'node:child_process';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/console/config.ts';
import type { GitHubSettings } from '../settings.ts';
import { PROJECT_ROOT } from './function-code.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

const BUNDLE_PAGE = `${PROJECT_ROOT}functions/console/bundle-page.ts`;

export interface ConsoleProps extends FunctionDefaults {
  readonly github: GitHubSettings;
}

/** The page for owners, and the way to sign in to it. */
export class Console extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, { github, logRetention, removalPolicy }: ConsoleProps) {
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'console',
      description: 'Serves the console, and signs owners in to it.',
      configSchema,
      settings: { ENTERPRISE_SLUG: github.enterprise, GITHUB_API_URL: github.apiUrl },
      // As the other functions that somebody waits for: a cold start is loading code.
      memorySize: 1024,
      // Who comes back from GitHub may take eight seconds for a token, six to be known, and eight to be forgotten.
      timeout: Duration.seconds(25),
      afterBundling: (bundle) => execFileSync(process.execPath, [BUNDLE_PAGE, `${bundle}/page`]),
    });
  }
}
