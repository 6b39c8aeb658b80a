import type { EnterpriseShown } from '../content/enterprise-shown.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';

/** `GET /enterprises/{enterprise}/license-sync-status` */
export function answerLicenseSyncStatus({ content, syncedAt }: EnterpriseShown): Answer {
  return jsonAnswer({
    server_instances: [...content.instances.values()].map(({ instance }) => ({
      server_id: instance.serverId,
      hostname: instance.hostName,
      last_sync: { date: syncedAt, status: 'success', error: '' },
    })),
  });
}
