import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/check-sync-age/config.ts';
import { MAX_SYNC_AGE_DAYS } from '../../shared/domain/sync-run.ts';
import type { AsyncFailures } from './async-failures.ts';
import type { OnCall } from './on-call.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';
import { usageMetric } from './usage-metric.ts';

const FUNCTION_NAME = 'check-sync-age';

export interface CheckSyncAgeProps extends FunctionDefaults {
  readonly failures: AsyncFailures;
  readonly onCall: OnCall;
}

/** Tells every day how old the last good sync is: a sync that never runs has no failure to be noticed by. */
export class CheckSyncAge extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, props: CheckSyncAgeProps) {
    const { failures, onCall, logRetention, removalPolicy } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: FUNCTION_NAME,
      description: 'Measures how old the last good sync of each source is.',
      configSchema,
      settings: {},
      // One query; a cold start is loading code.
      memorySize: 512,
      timeout: Duration.seconds(30),
    });
    failures.keepFailuresOf(this.function);
    new Rule(this, 'DailyRule', {
      description: 'Checks the age of the last good sync once a day.',
      schedule: Schedule.cron({ hour: '12', minute: '0' }),
      targets: [failures.targetOf(this.function)],
    });
    onCall.addAlarm(this, 'OverdueAlarm', {
      name: 'sync-overdue',
      impact: 'A source with automatic sync has had no good sync for eight days: its usage is out of date.',
      noData: 'no source has automatic sync; a check that fails is told by sync-failed.',
      metric: usageMetric(
        FUNCTION_NAME,
        'DaysSinceLastSync',
        {},
        { statistic: 'Maximum', period: Duration.days(1) },
      ),
      threshold: MAX_SYNC_AGE_DAYS,
      periods: 1,
    });
  }
}
