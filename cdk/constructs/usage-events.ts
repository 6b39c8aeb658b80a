import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { OnCall } from './on-call.ts';
import type { Grantee } from './usage-function.ts';
import { usageMetric } from './usage-metric.ts';

/** The account's default bus, on which all its rules can listen. */
const BUS_NAME = 'default';

/** Events about merges, syncs and uploads, for whatever the account wants to do with them: see docs/events.md. */
export class UsageEvents extends Construct {
  readonly #bus: IEventBus;

  constructor(scope: Construct, id: string, { onCall }: { readonly onCall: OnCall }) {
    super(scope, id);
    this.#bus = EventBus.fromEventBusName(this, 'Bus', BUS_NAME);
    onCall.addAlarm(this, 'NotSentAlarm', {
      name: 'events-not-sent',
      impact:
        'Whoever listens to events, owners by mail among them, was not told of a merge, a sync or an upload.',
      noData: 'every event was sent.',
      metric: new MathExpression({
        label: 'Events not sent',
        // Only who failed has points, and a sum with nothing is nothing.
        expression: 'FILL(uploads, 0) + FILL(syncs, 0)',
        usingMetrics: {
          uploads: usageMetric('ingest-upload', 'EventsNotSent', {}),
          syncs: usageMetric('sync', 'EventsNotSent', {}),
        },
        period: Duration.minutes(5),
      }),
      threshold: 1,
      periods: 1,
    });
  }

  grantSend(grantee: Grantee<'EVENT_BUS_NAME'>): void {
    grantee.allow(
      'EVENT_BUS_NAME',
      this.#bus.eventBusName,
      new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.#bus.eventBusArn] }),
    );
  }
}
