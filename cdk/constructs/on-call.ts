import { Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** Every alarm there is; each has a section of this name in docs/runbook.md. */
export type AlarmName =
  | 'uploads-in-dead-letter-queue'
  | 'uploads-waiting'
  | 'ingest-upload-errors'
  | 'upload-held'
  | 'upload-rejected'
  | 'sync-failed'
  | 'sync-errors'
  | 'sync-source-failed'
  | 'sync-source-held'
  | 'sync-overdue'
  | 'api-server-errors'
  | 'write-download-errors'
  | 'erase-personal-data-errors'
  | 'ledger-throttled'
  | 'events-not-sent'
  | 'mail-not-sent';

export interface AlarmProps {
  readonly name: AlarmName;
  /** One sentence: what an owner loses while this goes on. */
  readonly impact: string;
  /** Why there is nothing to worry about while the metric has no points: what that means. */
  readonly noData: string;
  readonly metric: IMetric;
  /** The alarm goes off when the metric reaches it. */
  readonly threshold: number;
  /** Periods of the metric that must all reach the threshold. */
  readonly periods: number;
}

export interface OnCallProps {
  /** Where alarms are sent; without it they show in CloudWatch only. */
  readonly alarmEmail: string | undefined;
}

/** Where alarms go, and the form all of them have. */
export class OnCall extends Construct {
  readonly #action: SnsAction | null;
  readonly #alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, props: OnCallProps) {
    super(scope, id);
    this.#action = props.alarmEmail === undefined ? null : new SnsAction(this.#topic(props.alarmEmail));
  }

  /** Those added so far. */
  get alarms(): readonly Alarm[] {
    return this.#alarms;
  }

  addAlarm(scope: Construct, id: string, props: AlarmProps): void {
    const alarm = new Alarm(scope, id, {
      alarmName: `${Stack.of(this).stackName}-${props.name}`,
      alarmDescription: `${props.impact} Without data: ${props.noData} Runbook: docs/runbook.md#${props.name}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Every metric here counts something bad, and has no point while there is nothing to count.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.#alarms.push(alarm);
    if (this.#action !== null) alarm.addAlarmAction(this.#action);
  }

  #topic(email: string): Topic {
    const topic = new Topic(this, 'AlarmTopic', {
      displayName: 'License Usage Sync alarms',
      enforceSSL: true,
    });
    // A topic with a policy of its own loses the default one, by which CloudWatch may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(email));
    Validations.of(topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason:
        'An alarm that could not be mailed still shows in CloudWatch; a queue of such mails has no reader.',
    });
    return topic;
  }
}
