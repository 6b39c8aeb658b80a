import type { StoredSnapshot } from '../../domain/upload.ts';
import { CHANNELS, type Channel, type SourceId } from '../../domain/usage-snapshot.ts';

export const SNAPSHOT_PREFIX = 'snapshots/';

const KEY = new RegExp(
  `^${SNAPSHOT_PREFIX}(?<source>cloud|server/[^/]+)/` +
    '(?<date>\\d{8})T(?<time>\\d{9})Z-' +
    `(?<channel>${CHANNELS.join('|')})-(?<digest>[\\da-f]{64})\\.ndjson\\.gz$`,
);

/** Such as `snapshots/server/ghe.example.com/20260102T030405678Z-export-<digest>.ndjson.gz`: sorted by instant. */
export function snapshotKey({ source, channel, observedAt, digest }: Omit<StoredSnapshot, 'key'>): string {
  const instant = observedAt.replaceAll(/[-:.]/g, '');
  return `${SNAPSHOT_PREFIX}${source.replace(':', '/')}/${instant}-${channel}-${digest}.ndjson.gz`;
}

/** Null for what is no key of a snapshot. */
export function parseSnapshotKey(key: string): StoredSnapshot | null {
  const { source, date, time, channel, digest } = KEY.exec(key)?.groups ?? {};
  if (source === undefined || date === undefined || time === undefined || digest === undefined) return null;
  return {
    source: source.replace('/', ':') as SourceId,
    channel: channel as Channel,
    observedAt: instantOf(date, time),
    digest,
    key,
  };
}

/** `20260102` and `030405678`. */
function instantOf(date: string, time: string): string {
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  return `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}.${time.slice(6)}Z`;
}
