import * as z from 'zod';
import { type HostName, normalizeHostName } from '../../domain/host-name.ts';
import type { LicenseSyncStatus } from '../../github-ports.ts';

const text = z.string('a text').nullish();

/** INFERRED: how GitHub tells of an instance that never synced is not documented. */
const lastSync = z.preprocess(
  (value) => (isEmpty(value) ? null : value),
  z.object({ date: text, status: text, error: text }, 'the last sync: an object').nullish(),
);

const serverInstance = z.object(
  { server_id: text, hostname: text, last_sync: lastSync },
  'a server instance: an object',
);
type WireInstance = z.infer<typeof serverInstance>;

/** The answer of `GET /enterprises/{enterprise}/license-sync-status`. GitHub's schema requires none of it. */
export const licenseSyncStatusAnswer = z.object(
  { server_instances: z.array(serverInstance, 'a list of server instances') },
  'a license sync status: an object with `server_instances`',
);

/**
 * Sorted by host name, each once: an instance that was set up anew has a second server id, and the latest sync is
 * that of the living one. An entry without a host name tells of no instance that anything else is known of.
 */
export function licenseSyncStatusOf(
  { server_instances: instances }: z.infer<typeof licenseSyncStatusAnswer>,
  observedAt: string,
): LicenseSyncStatus[] {
  const byHostName = new Map<HostName, LicenseSyncStatus>();
  for (const wire of instances) {
    const hostName = normalizeHostName(wire.hostname ?? '');
    if (hostName === null) continue;
    const status = statusOf(wire, hostName, observedAt);
    const known = byHostName.get(hostName);
    if (known === undefined || instantOf(status) > instantOf(known)) byHostName.set(hostName, status);
  }
  return [...byHostName.values()].sort((one, other) =>
    one.instance.hostName < other.instance.hostName ? -1 : 1,
  );
}

function statusOf(wire: WireInstance, hostName: HostName, observedAt: string): LicenseSyncStatus {
  const status = wire.last_sync?.status?.trim().toLowerCase() || null;
  const error = wire.last_sync?.error?.trim() ?? '';
  return {
    instance: { hostName, serverId: wire.server_id?.trim() || null, version: null },
    sync: {
      observedAt,
      date: wire.last_sync?.date?.trim() || null,
      status,
      failed: error !== '' || isFailure(status),
    },
  };
}

/** INFERRED: GitHub shows `success` alone; its GraphQL says FAILURE of an upload that failed. */
function isFailure(status: string | null): boolean {
  return status !== null && /^(fail|error)/.test(status);
}

function instantOf({ sync }: LicenseSyncStatus): number {
  const instant = Date.parse(sync.date ?? '');
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant;
}

/** Absent, null, `""`, `[]` or `{}`. */
function isEmpty(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
