import type { AuditRecorder } from '../../shared/audit-ports.ts';
import { type KnownInstance, knownInstances } from '../../shared/contracts/http/known-instances.ts';
import {
  type ServerInstanceBody,
  type ServerInstanceChange,
  serverInstanceBody,
} from '../../shared/contracts/http/server-instances.ts';
import type { Order } from '../../shared/domain/audit.ts';
import { type HostName, normalizeHostName } from '../../shared/domain/host-name.ts';
import { serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { SourceRegistry, UsageLedger } from '../../shared/ports.ts';

interface SwitchAutomaticSyncPorts {
  readonly audit: AuditRecorder;
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
}

/** "Server can sync user license count and usage", by host name. Null when nobody knows of such an instance. */
export async function switchAutomaticSync(
  ports: SwitchAutomaticSyncPorts,
  id: string | undefined,
  { automatic_sync: automaticSync }: ServerInstanceChange,
  order: Order,
): Promise<ServerInstanceBody | null> {
  const hostName = normalizeHostName(id ?? '');
  if (hostName === null || (await findInstance(ports, hostName)) === null) return null;
  const isOn = automaticSync === 'enabled';
  const target = serverSourceId(hostName);
  const action = isOn ? 'enable-automatic-sync' : 'disable-automatic-sync';
  await ports.audit.record(order, { action, target });
  await ports.sources.setAutomaticSync(target, isOn);
  const changed = await findInstance(ports, hostName);
  return changed && serverInstanceBody(changed);
}

async function findInstance(
  { sources, usage }: SwitchAutomaticSyncPorts,
  hostName: HostName,
): Promise<KnownInstance | null> {
  const [record, committed] = await Promise.all([sources.get(serverSourceId(hostName)), usage.read()]);
  const instances = knownInstances(record ? [record] : [], committed?.usage.byInstance ?? []);
  return instances.find((instance) => instance.hostName === hostName) ?? null;
}
