import { Readable } from 'node:stream';
import { readUsageFile } from '../../../shared/contracts/usage-file/read-usage-file.ts';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import type { GitHubPeer, ServerPeer } from '../../peers/github-peer.ts';
import { askServer } from './ask-server.ts';
import { pullIdentities, pullInstallations } from './pull-graphql-by-hand.ts';

/** Everything that a sync reads from the peer, as usage snapshots that were observed at this instant. */
export async function pullByHand(peer: GitHubPeer, observedAt: string): Promise<UsageSnapshot[]> {
  const snapshots: UsageSnapshot[] = [
    await pullLicenses(peer, observedAt),
    await pullIdentities(peer, observedAt),
    ...(await pullInstallations(peer)),
  ];
  for (const server of peer.servers) snapshots.push(await pullReport(server, observedAt));
  return snapshots;
}

async function pullLicenses(peer: GitHubPeer, observedAt: string): Promise<UsageSnapshot> {
  const headers = { authorization: `Bearer ${peer.ownerToken}` };
  const pages: string[] = [];
  let url: string | undefined = `${peer.url}/enterprises/${peer.enterprise}/consumed-licenses?per_page=100`;
  while (url !== undefined) {
    const response: Response = await fetch(url, { headers });
    pages.push(await response.text());
    url = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return usageIn(`[${pages.join()}]`, { observedAt, hostName: null });
}

async function pullReport(server: ServerPeer, observedAt: string): Promise<UsageSnapshot> {
  const { text } = await askServer(server, '/stafftools/reports/all_users.csv');
  return usageIn(text, { observedAt, hostName: server.hostName });
}

async function usageIn(
  text: string,
  { observedAt, hostName }: { readonly observedAt: string; readonly hostName: string | null },
): Promise<UsageSnapshot> {
  const bytes = Readable.from([Buffer.from(text)]);
  const maxBytes = 256 * 1024 * 1024;
  const file = await readUsageFile(bytes, { observedAt, hostName, fileName: null, maxBytes });
  if (file.kind !== 'usage') throw new Error(`the peer's answer is ${file.kind}`);
  return file.snapshot;
}
