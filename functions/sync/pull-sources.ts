import { serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubServer } from '../../shared/github-ports.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import type { Connected } from './plan-pulls.ts';
import { pullCloud } from './pull-cloud.ts';
import { runPull } from './run-pull.ts';
import type { SyncWork } from './sync-context.ts';

/** Instances pulled at once, beside the cloud: the snapshots of all are in memory until they are stored. */
const SERVERS_AT_ONCE = 3;

/** Carries out every pull that waits in the record. Those for which there is no time go on waiting. */
export async function pullSources({ enterprise, servers }: Connected, work: SyncWork): Promise<void> {
  const queue = servers.values();
  const lane = async (): Promise<void> => {
    for (const server of queue) await pullUsersReport(server, work);
  };
  const lanes = [
    ...(enterprise === null ? [] : [pullCloud(enterprise, work)]),
    ...Array.from({ length: SERVERS_AT_ONCE }, lane),
  ];
  // All are waited for, so that nothing goes on behind the back of a run that fails.
  for (const outcome of await Promise.allSettled(lanes)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function pullUsersReport(server: GitHubServer, work: SyncWork): Promise<void> {
  return runPull(
    {
      kind: 'users-report',
      source: serverSourceId(server.hostName),
      ask: (call) => server.usersReport(call),
      keep: (report) => keepSnapshot(report, work),
    },
    work,
  );
}
