import { type AsyncSettings, readAsyncSettings } from './async-settings.ts';
import {
  type BucketDefinition,
  type NotificationDefinition,
  readBuckets,
  readNotifications,
} from './buckets.ts';
import { assertConsistent } from './cross-checks.ts';
import { type EventRuleDefinition, readEventRules } from './event-rules.ts';
import { type EventSourceMappingDefinition, readEventSourceMappings } from './event-source-mappings.ts';
import { type FunctionDefinition, readFunctions } from './functions.ts';
import { type HttpApiDefinition, readHttpApi } from './http-api.ts';
import type { Endpoints } from './identity.ts';
import { type QueueDefinition, readQueues } from './queues.ts';
import { Resolver } from './resolver.ts';
import { assertRunsLocally } from './resource-types.ts';
import { type RoleDefinition, readRoles } from './roles.ts';
import { readSchedules, type ScheduleDefinition } from './schedules.ts';
import { readSecrets, type SecretDefinition } from './secrets.ts';
import { readTables, type TableDefinition } from './tables.ts';
import type { Template } from './template.ts';

/** All that a template says about what runs on one machine. */
export interface StackDefinition {
  readonly tables: readonly TableDefinition[];
  readonly buckets: readonly BucketDefinition[];
  readonly notifications: readonly NotificationDefinition[];
  readonly queues: readonly QueueDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly mappings: readonly EventSourceMappingDefinition[];
  readonly httpApi: HttpApiDefinition | null;
  readonly roles: readonly RoleDefinition[];
  readonly asyncSettings: readonly AsyncSettings[];
  readonly schedules: readonly ScheduleDefinition[];
  readonly eventRules: readonly EventRuleDefinition[];
  readonly secrets: readonly SecretDefinition[];
}

/** Throws an error that names the resource and the property which the local run cannot act on. */
export function readStack(template: Template, endpoints: Endpoints): StackDefinition {
  assertRunsLocally(template);
  const resolver = new Resolver(template, endpoints);
  const functions = readFunctions(template, resolver);
  const roleArns = new Set(functions.map(({ roleArn }) => roleArn));
  const stack = {
    tables: readTables(template, resolver),
    buckets: readBuckets(template, resolver),
    notifications: readNotifications(template, resolver),
    queues: readQueues(template, resolver),
    functions,
    mappings: readEventSourceMappings(template, resolver),
    httpApi: readHttpApi(template, resolver),
    roles: readRoles(template, resolver, roleArns),
    asyncSettings: readAsyncSettings(template, resolver),
    schedules: readSchedules(template, resolver),
    eventRules: readEventRules(template, resolver),
    secrets: readSecrets(template, resolver),
  };
  assertConsistent(stack);
  return stack;
}
