import type { LicenseRow } from '../../shared/domain/account.ts';
import type { CrossCheck } from '../../shared/domain/sync-run.ts';
import { serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubEnterprise, LicenseSyncStatus, ServerInstallation } from '../../shared/github-ports.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { serverAccountPulls, type UploadedInstallation, uploadedInstallations } from './plan-pulls.ts';
import { runPull } from './run-pull.ts';
import type { SyncWork } from './sync-context.ts';

/** One thing after another: GitHub asks for serial requests of one token. */
export async function pullCloud(enterprise: GitHubEnterprise, work: SyncWork): Promise<void> {
  const source = 'cloud';
  await runPull(
    {
      kind: 'consumed-licenses',
      source,
      ask: (call) => enterprise.consumedLicenses(call),
      keep: (snapshot) => keepSnapshot({ snapshot, crossChecks: totalAccounts(snapshot.rows) }, work),
    },
    work,
  );
  await runPull(
    {
      kind: 'linked-identities',
      source,
      ask: (call) => enterprise.linkedIdentities(call),
      keep: (snapshot) => keepSnapshot({ snapshot, crossChecks: [] }, work),
    },
    work,
  );
  await runPull(
    {
      kind: 'license-sync-status',
      source,
      ask: (call) => enterprise.licenseSyncStatus(call),
      keep: async (statuses) => {
        await noteStatuses(statuses, work);
        return { state: 'completed', entries: statuses.length };
      },
    },
    work,
  );
  for (const installation of await listInstallations(enterprise, work)) {
    await runPull(
      {
        kind: 'server-accounts',
        source: serverSourceId(installation.hostName),
        ask: (call) => enterprise.serverAccounts(installation, call),
        keep: (snapshot) => keepSnapshot({ snapshot, crossChecks: [] }, work),
      },
      work,
    );
  }
}

/** The installations whose accounts can be asked for; each has a pull in the record when the run wants it. */
async function listInstallations(
  enterprise: GitHubEnterprise,
  work: SyncWork,
): Promise<UploadedInstallation[]> {
  const { record, isWanted } = work;
  const uploaded: UploadedInstallation[] = [];
  await runPull(
    {
      kind: 'server-installations',
      source: 'cloud',
      ask: (call) => enterprise.serverInstallations(call),
      keep: async (installations) => {
        await noteNeverUploaded(installations, work);
        uploaded.push(...uploadedInstallations(installations));
        const { pulls } = record.run;
        record.change({ pulls: [...pulls, ...serverAccountPulls(record.run, uploaded, isWanted)] });
        return { state: 'completed', entries: installations.length };
      },
    },
    work,
  );
  return uploaded;
}

async function noteStatuses(statuses: readonly LicenseSyncStatus[], { ports }: SyncWork): Promise<void> {
  for (const { instance, sync } of statuses) await ports.sources.noteGitHubConnect(instance, sync);
}

/** So that they are known. Of those that are known already, the license sync status tells more. */
async function noteNeverUploaded(
  installations: readonly ServerInstallation[],
  { ports, context }: SyncWork,
): Promise<void> {
  const observedAt = new Date(context.now()).toISOString();
  for (const { hostName, uploadedAt } of installations) {
    if (uploadedAt !== null || (await ports.sources.get(serverSourceId(hostName))) !== null) continue;
    await ports.sources.noteGitHubConnect(
      { hostName, serverId: null, version: null },
      { observedAt, date: null, status: null, failed: false },
    );
  }
}

/** GitHub's own number of accounts against those that its rows name. Nothing when a row does not tell it. */
function totalAccounts(rows: readonly LicenseRow[]): CrossCheck[] {
  let told = 0;
  let counted = 0;
  for (const { login, serverAccounts, totalUserAccounts } of rows) {
    if (totalUserAccounts === null) return [];
    told += totalUserAccounts;
    counted += serverAccounts.length + (login === null ? 0 : 1);
  }
  return [{ name: 'total_accounts', told, counted }];
}
