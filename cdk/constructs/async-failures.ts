import { Duration, Validations } from 'aws-cdk-lib';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunctionConstruct } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Encryption, queueEncryption } from './encryption.ts';
import type { AlarmProps, OnCall } from './on-call.ts';

/** The most that Lambda offers. A second attempt at a sync goes on with the run that the first one left. */
const RETRY_ATTEMPTS = 2;

/** Three attempts at a sync, of a quarter of an hour, and Lambda's waits between them, fit in. */
const MAX_EVENT_AGE = Duration.hours(1);

export interface AsyncFailuresProps {
  readonly onCall: OnCall;
  readonly encryption: Encryption;
  readonly alarm: Pick<AlarmProps, 'name' | 'impact'>;
}

/** Where invocations go that nobody waits for and that were given up. */
export class AsyncFailures extends Construct {
  readonly queue: Queue;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, { onCall, alarm, encryption }: AsyncFailuresProps) {
    super(scope, id);
    this.#encryption = encryption;
    this.queue = new Queue(this, 'Queue', {
      ...queueEncryption(encryption),
      enforceSSL: true,
      // The longest there is: what ends here waits for a person.
      retentionPeriod: Duration.days(14),
    });
    const reason = 'This is where failures end: there is nothing behind it but a person.';
    Validations.of(this.queue).acknowledge(
      { id: 'AwsSolutions-SQS3', reason },
      { id: 'Serverless-SQSRedrivePolicy', reason },
    );
    onCall.addAlarm(this, 'Alarm', {
      ...alarm,
      noData: 'SQS stops measuring a queue that has been empty for hours.',
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      periods: 1,
    });
  }

  /** Keeps what the function still fails at after its last attempt. */
  keepFailuresOf(source: LambdaFunctionConstruct): void {
    source.configureAsyncInvoke({
      retryAttempts: RETRY_ATTEMPTS,
      maxEventAge: MAX_EVENT_AGE,
      // CDK's own destination would let the function look at the queue as well.
      onFailure: { bind: () => ({ destination: this.queue.queueArn }) },
    });
    const send = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] });
    const useKey = this.#encryption.allowing('sqs', 'kms:Decrypt', 'kms:GenerateDataKey');
    for (const statement of [send, ...useKey]) source.addToRolePolicy(statement);
  }

  /** The function as the target of a rule, whose event is kept when it cannot be delivered. */
  targetOf(target: LambdaFunctionConstruct): LambdaFunction {
    return new LambdaFunction(target, { deadLetterQueue: this.queue });
  }
}
