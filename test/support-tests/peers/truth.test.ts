import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUsageFile } from '../../../shared/contracts/usage-file/read-usage-file.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import type { PeopleUsage } from '../../../shared/domain/usage.ts';
import { sourceIdOf, type UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { type GitHubPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { type Enterprise, generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { enterpriseFiles } from '../../support/enterprise/files.ts';
import { pullByHand } from './pull-by-hand.ts';

const NOW = Date.now();
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Each file as `npm run demo` drops it. An encrypted export gives no snapshot. */
async function snapshotsOfFiles(enterprise: Enterprise): Promise<UsageSnapshot[]> {
  const snapshots: UsageSnapshot[] = [];
  for (const { name, hostName, observedDaysAgo, open } of enterpriseFiles(enterprise)) {
    const observedAt = instant(NOW - observedDaysAgo * DAY_MS);
    const context = { observedAt, hostName, fileName: name, maxBytes: 256 * 1024 * 1024 };
    const bytes = Readable.from([await buffer(open())]);
    const file = await readUsageFile(bytes, context);
    if (file.kind === 'usage') snapshots.push(file.snapshot);
  }
  return snapshots;
}

/** What the registry of sources keeps: the newest of each source and channel, in whatever order they came. */
function newestOfChannels(snapshots: readonly UsageSnapshot[]): UsageSnapshot[] {
  const channels = Map.groupBy(snapshots, (snapshot) => `${sourceIdOf(snapshot)} ${snapshot.channel}`);
  return [...channels.values()].map((channel) =>
    channel.reduce((newest, other) => (other.observedAt > newest.observedAt ? other : newest)),
  );
}

function usageOf(snapshots: readonly UsageSnapshot[]): PeopleUsage {
  const known = newestOfChannels(snapshots);
  return summarizeUsage(resolve(known).usages(), known);
}

describe.each([1, 2, 3])('what the peer shows of the enterprise with seed %i', (seed) => {
  const enterprise = generateEnterprise({ people: 1000, seed });
  let peer: GitHubPeer;
  let dropped: readonly UsageSnapshot[];

  beforeAll(async () => {
    peer = await startGitHubPeer({ enterprise: 'acme', people: 1000, seed });
    dropped = await snapshotsOfFiles(enterprise);
  });

  afterAll(() => peer.close());

  it('is the truth by itself', async () => {
    expect(usageOf(await pullByHand(peer, instant(NOW)))).toEqual(enterprise.truth.usage);
  });

  it.each([
    { order: 'before', observedAt: instant(NOW - HOUR_MS) },
    { order: 'with', observedAt: instant(NOW) },
    { order: 'after', observedAt: instant(NOW + HOUR_MS) },
  ])('is the truth together with files that are dropped $order the sync', async ({ observedAt }) => {
    const pulled = await pullByHand(peer, observedAt);
    expect(usageOf([...pulled, ...dropped])).toEqual(enterprise.truth.usage);
    expect(usageOf([...dropped, ...pulled].toReversed())).toEqual(enterprise.truth.usage);
  });
});
