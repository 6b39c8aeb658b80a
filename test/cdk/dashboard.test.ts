import { expect, test } from 'vitest';
import * as z from 'zod';
import { PULL_FAILURES } from '../../shared/domain/sync-run.ts';
import { REJECTION_REASONS } from '../../shared/domain/upload.ts';
import { METRIC_NAMESPACE, METRICS } from '../../shared/runtime/metric-names.ts';
import { synthesize } from '../support/synthesized-template.ts';

const stack = synthesize({ noticeEmail: 'owners@example.com' });

const bodySchema = z.object({
  widgets: z.array(
    z.object({
      properties: z.object({
        title: z.string(),
        alarms: z.array(z.string()).optional(),
        metrics: z.array(z.array(z.unknown())).optional(),
      }),
    }),
  ),
});

const [dashboard, ...others] = stack.resources('AWS::CloudWatch::Dashboard');
const body = z.string().parse(dashboard?.properties.DashboardBody);
const widgets = bodySchema.parse(JSON.parse(body)).widgets.map(({ properties }) => properties);
const metrics = widgets.flatMap((widget) => widget.metrics ?? []);

/** Namespace, name, and values of the dimensions of every metric shown. */
const shown = metrics.map((metric) => metric.filter((part) => typeof part === 'string').join(' '));

test('there is one dashboard, named as the stack', () => {
  expect(others).toEqual([]);
  expect(dashboard?.properties.DashboardName).toBe(stack.name);
});

test('it shows every alarm first', () => {
  const alarms = stack.resources('AWS::CloudWatch::Alarm').map(({ logicalId }) => logicalId);
  expect(widgets[0]?.alarms).toHaveLength(alarms.length);
});

test.each([
  ['people', /^LicenseUsageSync People service sync$/],
  ['consumed licenses', /^LicenseUsageSync LicensesConsumed service ingest-upload$/],
  ['durations', /^AWS\/Lambda Duration FunctionName <IngestUploadFunction>$/],
  [
    'the depth of the queue',
    /^AWS\/SQS ApproximateNumberOfMessagesVisible QueueName <IngestQueue\.QueueName>$/,
  ],
  ['the age of the queue', /^AWS\/SQS ApproximateAgeOfOldestMessage QueueName <IngestQueue\.QueueName>$/],
  [
    'dead letters',
    /^AWS\/SQS ApproximateNumberOfMessagesVisible QueueName <IngestQueueDeadLetterQueue\.QueueName>$/,
  ],
  [
    'syncs given up',
    /^AWS\/SQS ApproximateNumberOfMessagesVisible QueueName <SyncFailuresQueue\.QueueName>$/,
  ],
  ['throttled reads', /^AWS\/DynamoDB ReadThrottleEvents TableName <LedgerTable>$/],
  ['throttled writes', /^AWS\/DynamoDB WriteThrottleEvents TableName <LedgerTable>$/],
  ['requests refused', /^AWS\/ApiGateway 4xx ApiId <UsageApi>$/],
  ['requests failed', /^AWS\/ApiGateway 5xx ApiId <UsageApi>$/],
])('it shows %s', (_, pattern) => {
  expect(shown.filter((metric) => pattern.test(metric))).not.toEqual([]);
});

test.each([
  ...REJECTION_REASONS.map((reason) => ['UploadsRejected', reason]),
  ...PULL_FAILURES.map((reason) => ['PullsFailed', reason]),
])('it shows %s because of %s', (name, reason) => {
  expect(shown.some((metric) => metric.startsWith(`${METRIC_NAMESPACE} ${name} reason ${reason} `))).toBe(
    true,
  );
});

test('our own metrics are shown by the dimensions that the functions give them', () => {
  const known = Object.entries(METRICS).map(([name, dimensions]) =>
    [name, 'service', ...dimensions].toSorted().join(),
  );
  const own = metrics
    .filter(([namespace]) => namespace === METRIC_NAMESPACE)
    .map(([, name, ...rest]) => {
      const dimensions = rest
        .filter((part) => typeof part === 'string')
        .filter((_, index) => index % 2 === 0);
      return [name, ...dimensions].toSorted().join();
    });
  expect(own.filter((metric) => !known.includes(metric))).toEqual([]);
});
