import { readUsageFile } from '../../shared/contracts/usage-file/read-usage-file.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import type { Enterprise } from './enterprise/enterprise.ts';
import { type EnterpriseFile, enterpriseFiles } from './enterprise/files.ts';
import type { MergeWorld } from './merge-world.ts';

const TODAY = Date.parse('2026-03-05T00:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

/** Lets the world see every file of a generated enterprise. */
export async function observeEnterprise(world: MergeWorld, enterprise: Enterprise): Promise<void> {
  for await (const snapshot of snapshotsOf(enterpriseFiles(enterprise))) await world.observe(snapshot);
}

/** What each file gives, but for an encrypted export, which gives nothing. */
export async function* snapshotsOf(files: Iterable<EnterpriseFile>): AsyncGenerator<UsageSnapshot> {
  for (const { name, hostName, observedDaysAgo, open } of files) {
    const file = await readUsageFile(bytesOf(open()), {
      observedAt: new Date(TODAY - observedDaysAgo * DAY).toISOString(),
      hostName,
      fileName: name,
      maxBytes: 500_000_000,
    });
    if (file.kind === 'rejected') throw new Error(`${name} was rejected`);
    if (file.kind === 'usage') yield file.snapshot;
  }
}

/** The writers give text. */
async function* bytesOf(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
