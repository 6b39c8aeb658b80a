import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DEFAULT_MAX_UPLOAD_BYTES } from '../functions/ingest-upload/config.ts';
import { DEFAULT_HOLD_POLICY, type HoldPolicy } from '../shared/domain/hold.ts';

export const STAGES = ['dev', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

/** What an operator decides, stage by stage. */
export interface StageSettings {
  /** Raw uploads hold names and logins that the project keeps nowhere else, so they go first. */
  readonly uploadsExpireAfter: Duration;
  readonly logRetention: RetentionDays;
  /** What happens to bucket, table and logs when the stack is deleted. A bucket that still holds objects stays. */
  readonly removalPolicy: RemovalPolicy;
  /** Guards stack and table against deletion. */
  readonly deletionProtection: boolean;
  readonly hold: HoldPolicy;
  /** Cap on the decompressed size of one upload. */
  readonly maxUploadBytes: number;
  /** Requests per second over all callers, and how many may come at once. */
  readonly apiThrottle: { readonly rateLimit: number; readonly burstLimit: number };
}

/** A client that pages through 100,000 people asks 1,000 times: a minute at this rate. */
const API_THROTTLE = { rateLimit: 20, burstLimit: 40 };

export const STAGE_SETTINGS: Record<Stage, StageSettings> = {
  dev: {
    uploadsExpireAfter: Duration.days(30),
    logRetention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
    deletionProtection: false,
    hold: DEFAULT_HOLD_POLICY,
    maxUploadBytes: DEFAULT_MAX_UPLOAD_BYTES,
    apiThrottle: API_THROTTLE,
  },
  prod: {
    uploadsExpireAfter: Duration.days(30),
    // A license year can be disputed after its end.
    logRetention: RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    hold: DEFAULT_HOLD_POLICY,
    maxUploadBytes: DEFAULT_MAX_UPLOAD_BYTES,
    apiThrottle: API_THROTTLE,
  },
};

/** The stage of `-c stage=...`; `dev` when none is given. */
export function stageFrom(context: unknown): Stage {
  if (context === undefined) return 'dev';
  const stage = STAGES.find((candidate) => candidate === context);
  if (stage === undefined) {
    throw new Error(`Unknown stage in the context of cdk: give -c stage=${STAGES.join(' or -c stage=')}`);
  }
  return stage;
}
