import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/sync/config.ts';
import type { HoldPolicy } from '../../shared/domain/hold.ts';
import type { GitHubSettings, SyncSettings } from '../settings.ts';
import type { AsyncFailures } from './async-failures.ts';
import type { OnCall } from './on-call.ts';
import {
  type FunctionDefaults,
  type FunctionNetwork,
  type Grantee,
  UsageFunction,
} from './usage-function.ts';
import { usageMetric } from './usage-metric.ts';

const FUNCTION_NAME = 'sync';

export interface SyncProps extends FunctionDefaults {
  readonly github: GitHubSettings;
  readonly hold: HoldPolicy;
  /** In percent of the purchased seats. */
  readonly seatShares: readonly number[];
  readonly weekly: Pick<SyncSettings, 'day' | 'hour'>;
  /** Where instances are reached that are not on the internet. */
  readonly network: FunctionNetwork | undefined;
  readonly failures: AsyncFailures;
  readonly onCall: OnCall;
}

/** Pulls every source and merges what it gave: once a week, and whenever an owner says so. */
export class Sync extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, props: SyncProps) {
    const { logRetention, removalPolicy, github, hold, seatShares, network } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: FUNCTION_NAME,
      description: 'Pulls usage from GitHub and merges it into the ledger.',
      configSchema,
      settings: {
        ENTERPRISE_SLUG: github.enterprise,
        GITHUB_API_URL: github.apiUrl,
        GITHUB_API_VERSION: github.apiVersion,
        HOLD_MAX_REMOVED_SHARE: hold.maxRemovedShare,
        HOLD_MAX_REMOVED_ACCOUNTS: hold.maxRemovedAccounts,
        SEAT_SHARES: [...seatShares],
      },
      // It merges as ingest-upload does, after the snapshots it pulled are stored and forgotten.
      memorySize: 640,
      // The longest there is: a source that has no time left is told in the run, and the others count.
      timeout: Duration.minutes(15),
      network,
    });
    props.failures.keepFailuresOf(this.function);
    new Rule(this, 'WeeklyRule', {
      description: 'Syncs license usage once a week.',
      schedule: Schedule.cron({ weekDay: props.weekly.day, hour: String(props.weekly.hour), minute: '0' }),
      targets: [props.failures.targetOf(this.function)],
    });
    this.#addAlarms(props.onCall);
  }

  grantInvoke(grantee: Grantee<'SYNC_FUNCTION_NAME'>): void {
    const { functionName, functionArn } = this.function;
    grantee.allow(
      'SYNC_FUNCTION_NAME',
      functionName,
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
  }

  #addAlarms(onCall: OnCall): void {
    onCall.addAlarm(this, 'ErrorAlarm', {
      name: 'sync-errors',
      impact:
        'A sync crashed or ran out of time, and is repeated by itself; until then usage is out of date.',
      noData: 'the function was not called.',
      metric: this.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      periods: 1,
    });
    onCall.addAlarm(this, 'SourceFailedAlarm', {
      name: 'sync-source-failed',
      impact: 'A source could not be pulled and stays as it was before; the others were synced.',
      noData: 'no pull failed.',
      metric: usageMetric(FUNCTION_NAME, 'PullsConcluded', { state: 'failed' }),
      threshold: 1,
      periods: 1,
    });
    onCall.addAlarm(this, 'SourceHeldAlarm', {
      name: 'sync-source-held',
      impact: 'A source stays as it was before until an owner accepts that many of its accounts are gone.',
      noData: 'no pull was held.',
      metric: usageMetric(FUNCTION_NAME, 'PullsConcluded', { state: 'held' }),
      threshold: 1,
      periods: 1,
    });
  }
}
