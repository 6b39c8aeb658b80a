import { knownInstances } from '../../shared/contracts/http/known-instances.ts';
import {
  type ServerInstancesBody,
  serverInstancesBody,
} from '../../shared/contracts/http/server-instances.ts';
import type { SourceRegistry, UsageLedger } from '../../shared/ports.ts';

interface ListServerInstancesPorts {
  readonly sources: SourceRegistry;
  readonly usage: UsageLedger;
}

/** Every instance that is known, from wherever. */
export async function listServerInstances({
  sources,
  usage,
}: ListServerInstancesPorts): Promise<ServerInstancesBody> {
  const [records, committed] = await Promise.all([sources.list(), usage.read()]);
  return serverInstancesBody(knownInstances(records, committed?.usage.byInstance ?? []));
}
