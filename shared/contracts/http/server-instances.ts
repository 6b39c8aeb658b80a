import * as z from 'zod';
import { type GitHubConnectSync, PULL_FAILURES, type SourceSync } from '../../domain/sync-run.ts';
import type { SourceId } from '../../domain/usage-snapshot.ts';
import type { KnownInstance } from './known-instances.ts';
import { observationSchema, observationsNewestFirst } from './observation.ts';
import { holdFix, PULL_FAILURE_TEXTS } from './sync-failures.ts';
import { USAGE_STATUSES, usageStatusOf } from './usage-status.ts';

const automaticSync = z.enum(['enabled', 'disabled']);

/** The last time that this deployment synced the instance, or tried to. */
const lastSyncSchema = z.strictObject({
  date: z.iso.datetime(),
  status: z.enum(['success', 'failure']),
  /** In a word; null when it was a success. */
  failure: z.enum([...PULL_FAILURES, 'held']).nullable(),
  /** What happened and what to do; null when it was a success. */
  error: z.string().nullable(),
  last_success_at: z.iso.datetime().nullable(),
});

/** What GitHub tells of the last sync through GitHub Connect; `date` and `status` are its own words. */
const gitHubConnectSchema = z.strictObject({
  date: z.string().nullable(),
  status: z.string().nullable(),
  failed: z.boolean(),
});

/** Null: not known, not yet part of a merge, or never synced. */
export const serverInstanceSchema = z.strictObject({
  host_name: z.string(),
  server_id: z.string().nullable(),
  version: z.string().nullable(),
  accounts: z.int().min(0).nullable(),
  people: z.int().min(0).nullable(),
  consumed: z.int().min(0).nullable(),
  automatic_sync: automaticSync,
  status: z.enum(USAGE_STATUSES),
  /** Whether the newest that came is an export whose users could not be read; and when the newest such one was observed. */
  users_encrypted: z.boolean(),
  encrypted_at: z.iso.datetime().nullable(),
  last_sync: lastSyncSchema.nullable(),
  github_connect: gitHubConnectSchema.nullable(),
  observations: z.array(observationSchema),
});
export type ServerInstanceBody = z.output<typeof serverInstanceSchema>;

/** `GET /server-instances`, by host name. */
export const serverInstancesSchema = z.strictObject({
  total_count: z.int().min(0),
  server_instances: z.array(serverInstanceSchema),
});
export type ServerInstancesBody = z.output<typeof serverInstancesSchema>;

/** `PATCH /server-instances/{id}`. */
export const serverInstanceChangeSchema = z.strictObject({ automatic_sync: automaticSync });
export type ServerInstanceChange = z.output<typeof serverInstanceChangeSchema>;

export function serverInstancesBody(instances: readonly KnownInstance[]): ServerInstancesBody {
  return { total_count: instances.length, server_instances: instances.map(serverInstanceBody) };
}

export function serverInstanceBody({ hostName, source, usage }: KnownInstance): ServerInstanceBody {
  const { status, usersEncrypted } = usageStatusOf(source);
  return {
    host_name: hostName,
    server_id: source?.instance?.serverId ?? null,
    version: source?.instance?.version ?? null,
    accounts: usage?.accounts ?? null,
    people: usage?.people ?? null,
    consumed: usage?.consumed ?? null,
    automatic_sync: source === null || source.automaticSync ? 'enabled' : 'disabled',
    status,
    users_encrypted: usersEncrypted,
    encrypted_at: source?.encrypted?.observedAt ?? null,
    last_sync: source?.sync ? lastSyncBody(source.source, source.sync) : null,
    github_connect: source?.githubConnect ? gitHubConnectBody(source.githubConnect) : null,
    observations: observationsNewestFirst(source?.snapshots ?? []),
  };
}

function lastSyncBody(source: SourceId, sync: SourceSync): z.output<typeof lastSyncSchema> {
  return {
    date: sync.attemptedAt,
    status: sync.failure === null ? 'success' : 'failure',
    failure: sync.failure,
    error: errorOf(source, sync.failure),
    last_success_at: sync.succeededAt,
  };
}

function errorOf(source: SourceId, failure: SourceSync['failure']): string | null {
  if (failure === null) return null;
  if (failure === 'held') {
    return `The sync would remove an unusual share of the accounts, so nothing was changed. ${holdFix(source)}`;
  }
  const { message, fix } = PULL_FAILURE_TEXTS[failure];
  return `${message} ${fix}`;
}

function gitHubConnectBody(sync: GitHubConnectSync): z.output<typeof gitHubConnectSchema> {
  return { date: sync.date, status: sync.status, failed: sync.failed };
}
