import * as z from 'zod';
import type { HostName } from '../../domain/host-name.ts';
import { CHANNELS, type Channel, type ServerInstance, type SourceId } from '../../domain/usage-snapshot.ts';
import type { SourceRecord } from '../../ports.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem } from './item.ts';
import { storedObservation, storedSourceId } from './snapshot-ref.ts';

export const SOURCE_PARTITION = 'source';

/** The attribute that holds the newest snapshot of a channel. */
export const SNAPSHOT_ATTRIBUTES = {
  export: 'snapshot_export',
  'users-report': 'snapshot_users_report',
  graphql: 'snapshot_graphql',
  rest: 'snapshot_rest',
} as const satisfies Record<Channel, string>;

/** A fact of an instance, with the date of the observation that told it: the newest one stays. */
const storedFact = z.object({ value: z.string(), observed_at: storedInstant });

const sourceItem = z.object({
  ...itemBase,
  sk: storedSourceId,
  snapshot_export: storedObservation.optional(),
  snapshot_users_report: storedObservation.optional(),
  snapshot_graphql: storedObservation.optional(),
  snapshot_rest: storedObservation.optional(),
  server_id: storedFact.optional(),
  version: storedFact.optional(),
  encrypted: z.object({ observed_at: storedInstant, upload_id: z.string() }).optional(),
});

export function sourceKey(source: SourceId): ItemKey {
  return { pk: SOURCE_PARTITION, sk: source };
}

/** Throws UnreadableItemError. */
export function parseSourceItem(item: unknown): SourceRecord {
  const stored = parseItem('source', sourceItem, item);
  const source = stored.sk;
  const snapshots = CHANNELS.flatMap((channel) => {
    const observation = stored[SNAPSHOT_ATTRIBUTES[channel]];
    if (observation === undefined) return [];
    const { observed_at: observedAt, digest, key, accounts } = observation;
    return [{ source, channel, observedAt, digest, key, accounts }];
  });
  const { encrypted } = stored;
  return {
    source,
    instance: instanceOf(source, stored.server_id?.value ?? null, stored.version?.value ?? null),
    snapshots,
    encrypted: encrypted ? { observedAt: encrypted.observed_at, uploadId: encrypted.upload_id } : null,
  };
}

function instanceOf(
  source: SourceId,
  serverId: string | null,
  version: string | null,
): ServerInstance | null {
  if (source === 'cloud') return null;
  return { hostName: source.slice('server:'.length) as HostName, serverId, version };
}
