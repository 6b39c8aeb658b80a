import { dynamoDbClient } from '../../shared/adapters/aws-clients.ts';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createMetrics } from '../../shared/runtime/metrics.ts';
import { checkSyncAge } from './check-sync-age.ts';
import { configSchema } from './config.ts';
import { syncAgeObserver } from './sync-age-observer.ts';

// Once per cold start.
const logger = createLogger('check-sync-age');
const observer = syncAgeObserver(logger, createMetrics('check-sync-age'));
const sources = lazy(() => new DynamoDbSourceRegistry(dynamoDbClient(), readConfig(configSchema).TABLE_NAME));

// Exported to AWS. Once per event, which says nothing but that it is time.
export const handler = wrapHandler(logger, {
  handle: () => checkSyncAge(sources(), Date.now(), observer),
});
