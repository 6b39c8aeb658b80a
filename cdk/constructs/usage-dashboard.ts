import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type Metric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { PULL_FAILURES } from '../../shared/domain/sync-run.ts';
import { REJECTION_REASONS } from '../../shared/domain/upload.ts';
import type { AsyncFailures } from './async-failures.ts';
import type { IngestQueue } from './ingest-queue.ts';
import type { IngestUpload } from './ingest-upload.ts';
import type { LedgerTable } from './ledger-table.ts';
import type { OnCall } from './on-call.ts';
import type { Sync } from './sync.ts';
import type { UsageApi } from './usage-api.ts';
import { usageMetric } from './usage-metric.ts';

/** The functions that merge. Each counts for itself. */
const MERGING = ['ingest-upload', 'sync'] as const;

/** Graphs beside each other; a dashboard is 24 columns wide. */
const THIRD = 8;

const MINUTES = Duration.minutes(5);

export interface UsageDashboardProps {
  /** With every alarm added. */
  readonly onCall: OnCall;
  readonly ingestUpload: IngestUpload;
  readonly sync: Sync;
  readonly queue: IngestQueue;
  readonly failures: AsyncFailures;
  readonly ledger: LedgerTable;
  readonly api: UsageApi;
}

/** One page for whoever is on call: alarms first, then the figures, what failed and why, and how hard it all works. */
export class UsageDashboard extends Construct {
  constructor(scope: Construct, id: string, props: UsageDashboardProps) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(7),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', width: 24, alarms: [...props.onCall.alarms] })],
        figures(),
        reasons(),
        work(props),
        queues(props),
        requests(props),
      ],
    });
  }
}

function figures() {
  const merges = MERGING.map((name) =>
    merged(name, 'People', 'SampleCount').with({ label: `${name}: merges` }),
  );
  return [
    new SingleValueWidget({
      title: 'After the last merge',
      width: THIRD,
      metrics: MERGING.flatMap((name) => [
        merged(name, 'People').with({ label: `${name}: people` }),
        merged(name, 'LicensesConsumed').with({ label: `${name}: licenses consumed` }),
      ]),
    }),
    graph('Merges', merges),
    graph('Ends', [
      ...['merged', 'held', 'rejected'].map((state) =>
        usageMetric('ingest-upload', 'UploadsConcluded', { state }).with({ label: `uploads: ${state}` }),
      ),
      ...['succeeded', 'partly-failed', 'failed'].map((state) =>
        usageMetric('sync', 'SyncRunsEnded', { state }).with({ label: `syncs: ${state}` }),
      ),
    ]),
  ];
}

function reasons() {
  const label = (reason: string) => ({ label: reason });
  return [
    graph(
      'Rejected uploads by reason',
      REJECTION_REASONS.map((reason) =>
        usageMetric('ingest-upload', 'UploadsRejected', { reason }).with(label(reason)),
      ),
    ),
    graph(
      'Failed pulls by reason',
      PULL_FAILURES.map((reason) => usageMetric('sync', 'PullsFailed', { reason }).with(label(reason))),
    ),
    graph('Failed deliveries of uploads', [
      usageMetric('ingest-upload', 'MessagesFailed', { retryable: 'true' }).with(label('come again')),
      usageMetric('ingest-upload', 'MessagesFailed', { retryable: 'false' }).with(label('fail each time')),
      ...MERGING.map((name) =>
        usageMetric(name, 'EventsNotSent', {}).with(label(`${name}: events not sent`)),
      ),
    ]),
  ];
}

function work({ ingestUpload, sync, ledger }: UsageDashboardProps) {
  const functions = { 'ingest-upload': ingestUpload.function, sync: sync.function };
  return [
    graph(
      'Duration, longest',
      MERGING.map((name) =>
        functions[name].metricDuration({ statistic: 'Maximum', period: MINUTES, label: name }),
      ),
    ),
    graph('Errors and throttled invocations', [
      ...MERGING.map((name) =>
        functions[name].metricErrors({ statistic: 'Sum', period: MINUTES, label: `${name}: errors` }),
      ),
      ...MERGING.map((name) =>
        functions[name].metricThrottles({ statistic: 'Sum', period: MINUTES, label: `${name}: throttled` }),
      ),
    ]),
    graph('Ledger: units and throttled requests', [
      ...MERGING.flatMap((name) => [
        usageMetric(name, 'LedgerReadUnits', {}).with({ label: `${name}: read units` }),
        usageMetric(name, 'LedgerWriteUnits', {}).with({ label: `${name}: write units` }),
      ]),
      ledger.throttledRequests(),
    ]),
  ];
}

function queues({ queue: { queue, deadLetters }, failures }: UsageDashboardProps) {
  const visible = { statistic: 'Maximum', period: MINUTES };
  return [
    graph('Uploads that wait', [
      queue.metricApproximateNumberOfMessagesVisible({ ...visible, label: 'waiting' }),
      queue.metricApproximateNumberOfMessagesNotVisible({ ...visible, label: 'being ingested' }),
    ]),
    graph('Age of the oldest upload, in seconds', [
      queue.metricApproximateAgeOfOldestMessage({ ...visible, label: 'oldest' }),
    ]),
    graph('Given up', [
      deadLetters.metricApproximateNumberOfMessagesVisible({ ...visible, label: 'uploads' }),
      failures.queue.metricApproximateNumberOfMessagesVisible({ ...visible, label: 'syncs' }),
    ]),
  ];
}

function requests({ api: { api } }: UsageDashboardProps) {
  const sum = { statistic: 'Sum', period: MINUTES };
  return [
    graph('Requests', [api.metricCount({ ...sum, label: 'requests' })]),
    graph('Requests answered with an error', [
      api.metricClientError({ ...sum, label: '4xx' }),
      api.metricServerError({ ...sum, label: '5xx' }),
    ]),
    graph('Time to answer, in milliseconds', [
      api.metricLatency({ statistic: 'p50', period: MINUTES, label: 'half within' }),
      api.metricLatency({ statistic: 'p99', period: MINUTES, label: '99 % within' }),
    ]),
  ];
}

function merged(
  functionName: string,
  metric: 'People' | 'LicensesConsumed',
  statistic: 'Maximum' | 'SampleCount' = 'Maximum',
): Metric {
  return usageMetric(functionName, metric, {}, { statistic, period: MINUTES });
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, width: THIRD, left });
}
