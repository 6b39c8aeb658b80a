import type { HostName } from '../../domain/host-name.ts';
import type { InstanceUsage } from '../../domain/usage.ts';
import type { SourceRecord } from '../../ports.ts';

/** A server instance as its source and the last merge know it; either may be missing. */
export interface KnownInstance {
  readonly hostName: HostName;
  readonly source: SourceRecord | null;
  readonly usage: InstanceUsage | null;
}

/** The instances that uploads, syncs or GitHub told of, and those that only license rows name, by host name. */
export function knownInstances(
  records: readonly SourceRecord[],
  byInstance: readonly InstanceUsage[],
): readonly KnownInstance[] {
  const instances = new Map<HostName, KnownInstance>();
  for (const usage of byInstance) {
    instances.set(usage.hostName, { hostName: usage.hostName, source: null, usage });
  }
  for (const source of records) {
    if (source.instance === null) continue;
    const { hostName } = source.instance;
    instances.set(hostName, { hostName, source, usage: instances.get(hostName)?.usage ?? null });
  }
  return [...instances.values()].sort((a, b) => (a.hostName < b.hostName ? -1 : 1));
}
