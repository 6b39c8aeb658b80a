import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/mail-owners/config.ts';
import { EVENT_SOURCE } from '../../shared/contracts/events/usage-event.ts';
import { AsyncFailures } from './async-failures.ts';
import type { Encryption } from './encryption.ts';
import type { OnCall } from './on-call.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

export interface MailOwnersProps extends FunctionDefaults {
  /** Whom to mail. */
  readonly noticeEmail: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly onCall: OnCall;
  readonly encryption: Encryption;
}

/** Mails owners what they have to act on, as it is told on the event bus. */
export class MailOwners extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, props: MailOwnersProps) {
    const { logRetention, removalPolicy, noticeEmail, apiUrl, onCall, encryption } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'mail-owners',
      description: 'Mails owners of seat shares that are reached, failed syncs, held and rejected uploads.',
      configSchema,
      settings: { API_URL: apiUrl },
      // One request; a cold start is loading code.
      memorySize: 512,
      timeout: Duration.seconds(30),
    });
    const topic = this.#topic(noticeEmail);
    this.allow(
      'OWNERS_TOPIC_ARN',
      topic.topicArn,
      new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
    );
    const failures = new AsyncFailures(this, 'Failures', {
      onCall,
      encryption,
      alarm: {
        name: 'mail-not-sent',
        impact: 'Owners were not mailed of something they may have to act on.',
      },
    });
    failures.keepFailuresOf(this.function);
    new Rule(this, 'Rule', {
      description: 'Hands the events of License Usage Sync to the function that mails owners.',
      // Of this account only: it decides what to mail, so that the decision is tested in one place.
      eventPattern: { account: [Stack.of(this).account], source: [EVENT_SOURCE] },
      targets: [failures.targetOf(this.function)],
    });
  }

  #topic(email: string): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'License Usage Sync', enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    Validations.of(topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'What a mail says is in the API as well; a queue of mails that nobody got has no reader.',
    });
    return topic;
  }
}
