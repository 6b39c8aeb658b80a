import {
  type ServerInstanceBody,
  type ServerInstanceChange,
  type ServerInstancesBody,
  serverInstanceSchema,
  serverInstancesSchema,
} from '../../../../shared/contracts/http/server-instances.ts';
import type { Api } from './api.ts';

export type { ServerInstanceBody, ServerInstancesBody };
export type AutomaticSync = ServerInstanceChange['automatic_sync'];

export function readServerInstances(api: Api, signal: AbortSignal): Promise<ServerInstancesBody> {
  return api.get('/server-instances', serverInstancesSchema, { signal });
}

export function switchAutomaticSync(
  api: Api,
  hostName: string,
  automaticSync: AutomaticSync,
): Promise<ServerInstanceBody> {
  const change: ServerInstanceChange = { automatic_sync: automaticSync };
  return api.change(
    'PATCH',
    `/server-instances/${encodeURIComponent(hostName)}`,
    serverInstanceSchema,
    change,
  );
}
