import {
  type KnownInstance,
  type ServerInstancesBody,
  serverInstancesBody,
} from '../../shared/contracts/http/server-instances.ts';
import type { HostName } from '../../shared/domain/host-name.ts';
import type { InstanceUsage } from '../../shared/domain/usage.ts';
import type { SourceRecord, SourceRegistry, UsageLedger } from '../../shared/ports.ts';

interface ListServerInstancesPorts {
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
}

/** The instances that uploads told of, and those that only GitHub's license rows name. */
export async function listServerInstances({
  sources,
  usage,
}: ListServerInstancesPorts): Promise<ServerInstancesBody> {
  const [records, committed] = await Promise.all([sources.list(), usage.read()]);
  return serverInstancesBody(knownInstances(records, committed?.usage.byInstance ?? []));
}

function knownInstances(
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
