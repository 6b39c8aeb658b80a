/** CloudWatch namespace of every metric. */
export const METRIC_NAMESPACE = 'LicenseUsageSync';

/**
 * Every metric with the dimensions it is always given, besides `service`, which is the function's name.
 * The functions count by this list and the alarms look by it.
 */
export const METRICS = {
  /** Uploads by the state they ended in. */
  UploadsConcluded: ['state'],
  /** Rejected uploads by the reason. */
  UploadsRejected: ['reason'],
  /** Deliveries of the ingest queue that failed, by whether another one may do better: `true` or `false`. */
  MessagesFailed: ['retryable'],
  /** People after a merge. Each merge counts once, so the number of samples is that of merges. */
  People: [],
  /** User licenses consumed after a merge. */
  LicensesConsumed: [],
  /** Units that DynamoDB charged a merge. With halves. */
  LedgerReadUnits: [],
  LedgerWriteUnits: [],
  /** Pulls by the state they ended in. */
  PullsConcluded: ['state'],
  /** Failed pulls by the reason. */
  PullsFailed: ['reason'],
  /** Sync runs by the state they ended in. */
  SyncRunsEnded: ['state'],
  /** Requests that a sync run sent to GitHub. */
  SyncRequests: [],
  /** Events of which nobody could be told. */
  EventsNotSent: [],
  /** Of the source whose last good sync is the oldest, among those with automatic sync. With decimals. */
  DaysSinceLastSync: [],
} as const satisfies Record<string, readonly string[]>;

export type MetricName = keyof typeof METRICS;

/** A value for each dimension of the metric. */
export type MetricDimensions<Name extends MetricName> = Readonly<
  Record<(typeof METRICS)[Name][number], string>
>;
