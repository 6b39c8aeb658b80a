import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/ingest-upload/config.ts';
import type { HoldPolicy } from '../../shared/domain/hold.ts';
import type { OnCall } from './on-call.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';
import { usageMetric } from './usage-metric.ts';

const FUNCTION_NAME = 'ingest-upload';

export interface IngestUploadProps extends FunctionDefaults {
  readonly hold: HoldPolicy;
  /** In percent of the purchased seats. */
  readonly seatShares: readonly number[];
  readonly maxUploadBytes: number;
  readonly onCall: OnCall;
}

/** Turns dropped files into snapshots and merges them. */
export class IngestUpload extends UsageFunction<typeof configSchema> {
  /** The longest there is: what does not fit costs a redelivery, and a quick merge costs no more for it. */
  static readonly TIMEOUT = Duration.minutes(15);

  constructor(scope: Construct, id: string, props: IngestUploadProps) {
    const { logRetention, removalPolicy, hold, seatShares, maxUploadBytes } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: FUNCTION_NAME,
      description: 'Turns dropped files into usage snapshots and merges them into the ledger.',
      configSchema,
      settings: {
        HOLD_MAX_REMOVED_SHARE: hold.maxRemovedShare,
        HOLD_MAX_REMOVED_ACCOUNTS: hold.maxRemovedAccounts,
        MAX_UPLOAD_BYTES: maxUploadBytes,
        SEAT_SHARES: [...seatShares],
      },
      // Lambda gives Node's young objects a share of it, 32 MB twice over up to here: with that a merge of 400,000
      // accounts stays below 512 MB; with 1769 MB it took 600 for no gain in CPU time (npm run bench:merge).
      memorySize: 640,
      timeout: IngestUpload.TIMEOUT,
    });
    this.#addAlarms(props.onCall);
  }

  #addAlarms(onCall: OnCall): void {
    onCall.addAlarm(this, 'ErrorAlarm', {
      name: 'ingest-upload-errors',
      impact: 'Uploads are not ingested, or only after further attempts.',
      noData: 'the function was not called.',
      // Files that fail one by one are reported to the queue and are no errors: this is a crash, or time or memory.
      metric: this.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      periods: 1,
    });
    onCall.addAlarm(this, 'HeldAlarm', {
      name: 'upload-held',
      impact: 'A source stays as it was before until an owner accepts the upload or drops a better file.',
      noData: 'no upload was held.',
      metric: usageMetric(FUNCTION_NAME, 'UploadsConcluded', { state: 'held' }),
      threshold: 1,
      periods: 1,
    });
    onCall.addAlarm(this, 'RejectedAlarm', {
      name: 'upload-rejected',
      impact: 'A dropped file changed nothing: its source stays as it was before.',
      noData: 'no upload was rejected.',
      metric: usageMetric(FUNCTION_NAME, 'UploadsConcluded', { state: 'rejected' }),
      threshold: 1,
      periods: 1,
    });
  }
}
