import { type ReadUsagePorts, readUsageRoutes } from '../../functions/read-usage/routes.ts';
import { writeDownload } from '../../functions/write-download/write-download.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import { digestOf, personIdOf } from '../../shared/runtime/fingerprint.ts';
import { cloudSnapshot, email, host, licenseRow, ref, serverAccount, serverSnapshot } from './accounts.ts';
import { InMemoryAuditTrail } from './fakes/in-memory-audit-trail.ts';
import { InMemoryDismissals } from './fakes/in-memory-dismissals.ts';
import { InMemoryDownloadStarter } from './fakes/in-memory-download-starter.ts';
import { InMemoryDownloads } from './fakes/in-memory-downloads.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { InMemoryUploadLog } from './fakes/in-memory-upload-log.ts';
import { httpClient } from './http-client.ts';
import { MergeWorld } from './merge-world.ts';

/** Slug of the enterprise. */
export const ENTERPRISE = 'acme';

/** A merge world that is read through the HTTP API. */
export class ReadUsageWorld extends MergeWorld {
  readonly audit = new InMemoryAuditTrail();
  readonly uploads = new InMemoryUploadLog();
  readonly syncRuns = new InMemorySyncRunLog();
  readonly dismissals = new InMemoryDismissals();
  readonly downloads = new InMemoryDownloads();
  readonly downloadStarter = new InMemoryDownloadStarter((download) => writeDownload(this, download));
  readonly readPorts: ReadUsagePorts = {
    enterprise: ENTERPRISE,
    audit: this.audit,
    usage: this.usage,
    people: this.people,
    reports: this.reports,
    licenses: this.licenses,
    downloads: this.downloads,
    downloadStarter: this.downloadStarter,
    pause: this.context.pause,
    sources: this.sources,
    uploads: this.uploads,
    syncRuns: this.syncRuns,
    findings: this.findings,
    changes: this.changes,
    chargebacks: this.chargebacks,
    dismissals: this.dismissals,
    digestOf,
    personIdOf,
  };
  readonly routes = readUsageRoutes(this.readPorts);
  readonly call = httpClient(this.routes);

  async merge(): Promise<void> {
    const context = { ...this.context, deadlineMs: this.nowMs + 300_000 };
    const outcome = await mergeWithLease(this, context, { wanted: [], mayRelyOnOthers: false });
    if (outcome.kind !== 'merged') throw new Error(`the merge is ${outcome.kind}`);
  }
}

/**
 * Mona on the cloud, on an instance that uploaded a report and an older export, and on one that only GitHub
 * knows; Solo on the instance alone, dormant; Sam there suspended; a cloud account alone; an ambiguous account.
 */
export async function mergedWorld(): Promise<ReadUsageWorld> {
  const world = new ReadUsageWorld();
  const mona = email('mona@example.com');
  const shared = email('shared@example.com');
  await world.observe(
    cloudSnapshot(
      [
        licenseRow({
          login: 'MonaLisa',
          verifiedEmails: [mona],
          samlNameId: 'mona',
          serverAccounts: [ref('github-only.example.com:9')],
        }),
        licenseRow({ login: 'one', verifiedEmails: [shared] }),
        licenseRow({ login: 'two', verifiedEmails: [shared] }),
      ],
      { observedAt: '2026-03-02T00:00:00.000Z', seatsConsumed: 4, seatsPurchased: 3 },
    ),
  );
  await world.observe(
    serverSnapshot(
      'ghes.example.com',
      [
        serverAccount('ghes.example.com:1', { primaryEmail: mona }),
        serverAccount('ghes.example.com:2', { primaryEmail: email('solo@example.com'), dormant: true }),
        serverAccount('ghes.example.com:3', { primaryEmail: email('sam@example.com'), suspended: true }),
        serverAccount('ghes.example.com:4', { primaryEmail: shared }),
      ],
      { observedAt: '2026-03-01T00:00:00.000Z' },
    ),
  );
  await world.observe(
    serverSnapshot(
      'ghes.example.com',
      [serverAccount('ghes.example.com:2', { furtherEmails: [email('solo@home.example')] })],
      {
        channel: 'export',
        observedAt: '2026-02-01T00:00:00.000Z',
        instance: { hostName: host('ghes.example.com'), serverId: 'server-1', version: '3.17.0' },
      },
    ),
  );
  const sealed = { hostName: host('sealed.example.com'), serverId: 'server-2', version: '3.16.1' };
  await world.sources.noteEncrypted(sealed, '2026-03-03T00:00:00.000Z', '01ARZ3NDEKTSV4RRFFQ69G5FAV');
  await world.merge();
  return world;
}
