import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/erase-personal-data/config.ts';
import type { OnCall } from './on-call.ts';
import { type FunctionDefaults, type Grantee, UsageFunction } from './usage-function.ts';

export interface ErasePersonalDataProps extends FunctionDefaults {
  readonly onCall: OnCall;
}

/** Takes a person who has left every source out of what is stored. */
export class ErasePersonalData extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, props: ErasePersonalDataProps) {
    const { onCall, logRetention, removalPolicy } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'erase-personal-data',
      description: 'Erases what is stored about the email address of a person who has left every source.',
      configSchema,
      settings: {},
      // Two vCPUs, one of them for unpacking; and room for the newest usage of one source at a time.
      memorySize: 3538,
      // The longest there is: it reads every snapshot and report.
      timeout: Duration.minutes(15),
    });
    this.function.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.hours(1) });
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaAsyncFailureDestination',
      reason:
        'The event holds the address that is to be erased, so it is kept nowhere: the alarm tells of failures, and ' +
        'whoever asked asks again.',
    });
    onCall.addAlarm(this, 'ErrorAlarm', {
      name: 'erase-personal-data-errors',
      impact: 'Somebody who was to be erased may be erased in part only.',
      noData: 'nobody was to be erased.',
      metric: this.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      periods: 1,
    });
  }

  grantInvoke(grantee: Grantee<'ERASE_PERSONAL_DATA_FUNCTION_NAME'>): void {
    const { functionName, functionArn } = this.function;
    grantee.allow(
      'ERASE_PERSONAL_DATA_FUNCTION_NAME',
      functionName,
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
  }
}
