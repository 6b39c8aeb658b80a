import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BucketNotificationDestinationType, type IBucketNotificationDestination } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Encryption, queueEncryption } from './encryption.ts';
import type { IngestUpload } from './ingest-upload.ts';
import type { OnCall } from './on-call.ts';
import type { Grantee } from './usage-function.ts';

/** Files that are dropped together are merged once: the merge costs far more than the wait. */
const BATCHING_WINDOW = Duration.seconds(5);

/** The most that SQS hands over in one receive. */
const BATCH_SIZE = 10;

/** The least that Lambda takes. One merges while the other parses; a third could only wait for the lease. */
const MAX_CONCURRENCY = 2;

/**
 * Receives are not only spent on faults: a merge that waits for the lease, or a first load that needs a further
 * invocation, takes one each. Bad input takes none, since it is recorded and acknowledged.
 */
const MAX_RECEIVE_COUNT = 10;

export interface IngestQueueProps {
  /** How long the function may work on one batch. */
  readonly functionTimeout: Duration;
  readonly onCall: OnCall;
  readonly encryption: Encryption;
}

/** Uploads on their way to ingest-upload, and those that could not be ingested. */
export class IngestQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, props: IngestQueueProps) {
    super(scope, id);
    this.#encryption = props.encryption;
    this.deadLetters = new Queue(this, 'DeadLetterQueue', {
      ...queueEncryption(props.encryption),
      enforceSSL: true,
      // The longest there is, and longer than the queue's own: a message keeps its age when it moves here.
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'This is the dead-letter queue: what ends here waits for a person.',
    });
    // A message must stay hidden while it is worked on, and not much longer: what ran out of time or of memory goes
    // on only then. The usual six times make up for throttled invocations, of which two at a time see hardly any.
    const visibilityTimeout = Duration.seconds(
      props.functionTimeout.toSeconds() + BATCHING_WINDOW.toSeconds() + Duration.minutes(1).toSeconds(),
    );
    this.queue = new Queue(this, 'Queue', {
      ...queueEncryption(props.encryption),
      enforceSSL: true,
      visibilityTimeout,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
    });
    this.#addAlarms(props.onCall, visibilityTimeout);
  }

  /** CDK's own destination would name the bucket in the policy of the key, and the bucket cannot be made before its key. */
  destinationFor(bucketArn: string): IBucketNotificationDestination {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnLike: { 'aws:SourceArn': bucketArn } },
      }),
    );
    const type = BucketNotificationDestinationType.QUEUE;
    return { bind: () => ({ type, arn: this.queue.queueArn, dependencies: [this.queue] }) };
  }

  /** Hands the messages to the function, batch by batch; only those it reports as failed come back. */
  feed(consumer: IngestUpload): void {
    consumer.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: BATCH_SIZE,
        maxBatchingWindow: BATCHING_WINDOW,
        maxConcurrency: MAX_CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
    Validations.of(consumer).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'Lambda has failure destinations for streams only; a queue has its dead-letter queue instead.',
    });
  }

  grantSend(grantee: Grantee<'INGEST_QUEUE_URL'>): void {
    grantee.allow(
      'INGEST_QUEUE_URL',
      this.queue.queueUrl,
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
      ...this.#encryption.allowing('sqs', 'kms:Decrypt', 'kms:GenerateDataKey'),
    );
  }

  #addAlarms(onCall: OnCall, visibilityTimeout: Duration): void {
    onCall.addAlarm(this, 'DeadLetterAlarm', {
      name: 'uploads-in-dead-letter-queue',
      impact: 'An upload was given up: its accounts are missing from the ledger until it is redriven.',
      noData: 'SQS stops measuring a queue that has been empty for hours.',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      periods: 1,
    });
    onCall.addAlarm(this, 'OldestUploadAlarm', {
      name: 'uploads-waiting',
      impact: 'Uploads wait, so people and licenses are not up to date.',
      noData: 'SQS stops measuring a queue that has been empty for hours.',
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      // Several attempts have failed by then; a large first load that needs two or three has not.
      threshold: 4 * visibilityTimeout.toSeconds(),
      periods: 1,
    });
  }
}
