import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { dynamoDbClient, lambdaClient } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbAuditTrail } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { DynamoDbLease } from '../../shared/adapters/dynamodb/lease.ts';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { LambdaSyncStarter } from '../../shared/adapters/lambda/sync-starter.ts';
import { SYNC_LEASE_KEY } from '../../shared/contracts/ledger/lease-item.ts';
import { SYNC_LEASE_MS } from '../../shared/domain/sync-run.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { httpHandler } from '../../shared/runtime/http/handler.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { loggableError } from '../../shared/runtime/loggable-error.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { type SyncNowPorts, syncNowRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('sync-now');
const routes = lazy(() => syncNowRoutes(connect(readConfig(configSchema))));

function connect({ TABLE_NAME, AUDIT_TABLE_NAME, SYNC_FUNCTION_NAME }: Config): SyncNowPorts {
  const dynamoDb = dynamoDbClient();
  return {
    audit: new DynamoDbAuditTrail(dynamoDb, AUDIT_TABLE_NAME, ulid),
    syncRuns: new DynamoDbSyncRunLog(dynamoDb, TABLE_NAME),
    lease: new DynamoDbLease(dynamoDb, TABLE_NAME, { key: SYNC_LEASE_KEY, durationMs: SYNC_LEASE_MS }),
    starter: new LambdaSyncStarter(lambdaClient(), SYNC_FUNCTION_NAME),
    newId: ulid,
    now: Date.now,
    pause: sleep,
    onNotStarted: (runId, cause) =>
      logger.error('sync not started', { run_id: runId, error: loggableError(cause) }),
  };
}

// Exported to AWS. Once per event: the route that the request names.
export const handler = httpHandler(logger, routes);
