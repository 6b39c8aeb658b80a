import * as z from 'zod';
import type { HostName } from '../../domain/host-name.ts';
import type { InstanceUsage } from '../../domain/usage.ts';
import type { SourceRecord } from '../../ports.ts';
import { observationSchema, observationsNewestFirst } from './observation.ts';

/** GitHub's words where it has them. */
export const LAST_UPLOAD_STATUSES = [
  'Server usage uploaded',
  'Server usage uploaded, users encrypted',
  'Server usage never uploaded',
] as const;

/** Null: not known, or not yet part of a merge. */
const serverInstanceSchema = z.strictObject({
  host_name: z.string(),
  server_id: z.string().nullable(),
  version: z.string().nullable(),
  accounts: z.int().min(0).nullable(),
  people: z.int().min(0).nullable(),
  consumed: z.int().min(0).nullable(),
  last_upload: z.strictObject({
    status: z.enum(LAST_UPLOAD_STATUSES),
    observed_at: z.iso.datetime().nullable(),
  }),
  observations: z.array(observationSchema),
});

/** `GET /server-instances`, by host name. */
export const serverInstancesSchema = z.strictObject({
  total_count: z.int().min(0),
  server_instances: z.array(serverInstanceSchema),
});
export type ServerInstancesBody = z.output<typeof serverInstancesSchema>;

/** A server instance as its source and the last merge know it; either may be missing. */
export interface KnownInstance {
  readonly hostName: HostName;
  readonly source: SourceRecord | null;
  readonly usage: InstanceUsage | null;
}

export function serverInstancesBody(instances: readonly KnownInstance[]): ServerInstancesBody {
  return { total_count: instances.length, server_instances: instances.map(serverInstanceBody) };
}

function serverInstanceBody({
  hostName,
  source,
  usage,
}: KnownInstance): z.output<typeof serverInstanceSchema> {
  return {
    host_name: hostName,
    server_id: source?.instance?.serverId ?? null,
    version: source?.instance?.version ?? null,
    accounts: usage?.accounts ?? null,
    people: usage?.people ?? null,
    consumed: usage?.consumed ?? null,
    last_upload: lastUploadBody(source),
    observations: observationsNewestFirst(source?.snapshots ?? []),
  };
}

/** An encrypted export counts as the last upload when it is newer than every snapshot. */
function lastUploadBody(source: SourceRecord | null): z.output<typeof serverInstanceSchema>['last_upload'] {
  const uploaded =
    (source?.snapshots ?? [])
      .map((snapshot) => snapshot.observedAt)
      .sort()
      .at(-1) ?? null;
  const encrypted = source?.encrypted?.observedAt ?? null;
  if (encrypted !== null && (uploaded === null || encrypted > uploaded)) {
    return { status: 'Server usage uploaded, users encrypted', observed_at: encrypted };
  }
  const status = uploaded === null ? 'Server usage never uploaded' : 'Server usage uploaded';
  return { status, observed_at: uploaded };
}
