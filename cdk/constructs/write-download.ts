import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/write-download/config.ts';
import type { OnCall } from './on-call.ts';
import { type FunctionDefaults, type Grantee, UsageFunction } from './usage-function.ts';

export interface WriteDownloadProps extends FunctionDefaults {
  readonly onCall: OnCall;
}

/** Makes a file of a report for whoever asked for it. */
export class WriteDownload extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, { onCall, logRetention, removalPolicy }: WriteDownloadProps) {
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'write-download',
      description: 'Makes files of reports for downloading.',
      configSchema,
      settings: {},
      // One vCPU: it parses and writes text without a pause, and somebody waits for it.
      memorySize: 1769,
      // A million people take half a minute; so there is room for many more.
      timeout: Duration.minutes(5),
    });
    this.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaAsyncFailureDestination',
      reason: 'Whoever waits for the file asks again, which starts it again; the alarm tells of failures.',
    });
    onCall.addAlarm(this, 'ErrorAlarm', {
      name: 'write-download-errors',
      impact: 'Owners cannot download a report; its pages can still be read.',
      noData: 'the function was not called.',
      metric: this.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      periods: 1,
    });
  }

  grantInvoke(grantee: Grantee<'WRITE_DOWNLOAD_FUNCTION_NAME'>): void {
    const { functionName, functionArn } = this.function;
    grantee.allow(
      'WRITE_DOWNLOAD_FUNCTION_NAME',
      functionName,
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
  }
}
