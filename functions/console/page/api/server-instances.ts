import {
  type ServerInstancesBody,
  serverInstancesSchema,
} from '../../../../shared/contracts/http/server-instances.ts';
import type { Api } from './api.ts';

export function readServerInstances(api: Api, signal: AbortSignal): Promise<ServerInstancesBody> {
  return api.get('/server-instances', serverInstancesSchema, { signal });
}
