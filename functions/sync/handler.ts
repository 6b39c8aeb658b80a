import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import {
  dynamoDbClient,
  eventBridgeClient,
  s3Client,
  secretsManagerClient,
} from '../../shared/adapters/aws-clients.ts';
import { DynamoDbLease } from '../../shared/adapters/dynamodb/lease.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { DynamoDbToldUsageLog } from '../../shared/adapters/dynamodb/told-usage-log.ts';
import { EventBridgeUsageEvents } from '../../shared/adapters/eventbridge/usage-events.ts';
import { mergePorts } from '../../shared/adapters/merge-ports.ts';
import { SecretGitHubConnections } from '../../shared/adapters/secrets-manager/github-connections.ts';
import { holdPolicyOf } from '../../shared/contracts/hold-settings.ts';
import { SYNC_LEASE_KEY } from '../../shared/contracts/ledger/lease-item.ts';
import { parseSyncEvent } from '../../shared/contracts/sync-event.ts';
import { SYNC_LEASE_MS, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { GitHubConnections } from '../../shared/github-ports.ts';
import { MERGE_LEASE_MS } from '../../shared/merge/lease-keeper.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { isRetryable, PermanentFailure } from '../../shared/runtime/failures.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createMetrics } from '../../shared/runtime/metrics.ts';
import { type Config, configSchema } from './config.ts';
import { sync } from './sync.ts';
import type { SyncPorts } from './sync-context.ts';
import { syncObserver } from './sync-observer.ts';

// Once per cold start.
const logger = createLogger('sync');
const observer = syncObserver(logger, createMetrics('sync'));
const config = lazy(() => readConfig(configSchema));
const ports = lazy(() => connect(config()));

function connect(settings: Config): SyncPorts {
  const { BUCKET_NAME: bucket, TABLE_NAME: table } = settings;
  const clients = { s3: s3Client(), dynamoDb: dynamoDbClient() };
  return {
    ...mergePorts(clients, { bucket, table, leaseMs: MERGE_LEASE_MS }),
    runs: new DynamoDbSyncRunLog(clients.dynamoDb, table),
    syncLease: new DynamoDbLease(clients.dynamoDb, table, {
      key: SYNC_LEASE_KEY,
      durationMs: SYNC_LEASE_MS,
    }),
    connections: gitHubConnections(settings),
    events: new EventBridgeUsageEvents(eventBridgeClient(), settings.EVENT_BUS_NAME),
    told: new DynamoDbToldUsageLog(clients.dynamoDb, table),
  };
}

function gitHubConnections(settings: Config): GitHubConnections {
  const { GITHUB_API_URL: apiUrl, GITHUB_API_VERSION: apiVersion, ENTERPRISE_SLUG: enterprise } = settings;
  return new SecretGitHubConnections(
    secretsManagerClient(),
    settings.CONNECTIONS_SECRET_ID,
    async (token) => {
      const { OctokitEnterprise } = await import('../../shared/adapters/github/enterprise.ts');
      return new OctokitEnterprise({ apiUrl, apiVersion, enterprise, token });
    },
  );
}

// Once per event.
async function handle(event: unknown, context: Context): Promise<SyncRun> {
  const request = parseSyncEvent(event);
  if (request === null) {
    throw new PermanentFailure('the event is neither {"run_id": ULID} nor one of a schedule');
  }
  return sync(request, ports(), {
    now: Date.now,
    pause,
    timeout: (ms) => AbortSignal.timeout(ms),
    deadlineMs: Date.now() + context.getRemainingTimeInMillis(),
    newId: ulid,
    digestOf,
    isRetryable,
    hold: holdPolicyOf(config()),
    seatShares: config().SEAT_SHARES,
    observer,
  });
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle,
  completion: ({ id, state, pulls }) => ({ run_id: id, state, pulls: pulls.length }),
});
