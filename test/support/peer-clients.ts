import { setImmediate as nextTurn } from 'node:timers/promises';
import { OctokitEnterprise } from '../../shared/adapters/github/enterprise.ts';
import type { Clock } from '../../shared/adapters/github-server/clock.ts';
import { GitHubServerClient } from '../../shared/adapters/github-server/github-server-client.ts';
import { parseConnections } from '../../shared/contracts/github-connections.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubEnterprise, GitHubServer, PullCall } from '../../shared/github-ports.ts';
import type { GitHubPeer } from '../peers/github-peer.ts';
import { PATIENCE_MS } from './peer-faults.ts';

export interface PeerClients {
  readonly enterprise: GitHubEnterprise;
  readonly servers: readonly GitHubServer[];
}

/** The clients of the sync function, for whom waiting is short. */
export function clientsOf(peer: GitHubPeer): PeerClients {
  const { cloudToken, serverInstances } = parseConnections(JSON.stringify(peer.connections));
  return {
    enterprise: new OctokitEnterprise({
      apiUrl: peer.url,
      apiVersion: '2022-11-28',
      enterprise: peer.enterprise,
      token: cloudToken ?? '',
      retryAfterBaseMs: 1,
      requestTimeoutMs: PATIENCE_MS,
    }),
    servers: serverInstances.map(
      (connection) =>
        new GitHubServerClient(connection, {
          timeouts: { connect: PATIENCE_MS, answer: PATIENCE_MS, body: PATIENCE_MS },
          totalsTimeoutMs: PATIENCE_MS,
          clock: new SkippingClock(),
        }),
    ),
  };
}

/** Everything that a sync can pull. */
export async function pullAll({ enterprise, servers }: PeerClients): Promise<UsageSnapshot[]> {
  const call: PullCall = {
    observedAt: new Date().toISOString(),
    deadlineMs: Date.now() + 600_000,
    signal: new AbortController().signal,
    onRequest: () => undefined,
  };
  const snapshots: UsageSnapshot[] = [
    await enterprise.consumedLicenses(call),
    await enterprise.linkedIdentities(call),
  ];
  for (const { uploadedAt, ...installation } of await enterprise.serverInstallations(call)) {
    if (uploadedAt === null) throw new Error("the peer's installations have all uploaded");
    snapshots.push(await enterprise.serverAccounts({ ...installation, uploadedAt }, call));
  }
  for (const server of servers) snapshots.push((await server.usersReport(call)).snapshot);
  return snapshots;
}

/** Goes on by itself, and skips every pause. */
class SkippingClock implements Clock {
  #skippedMs = 0;

  now(): number {
    return Date.now() + this.#skippedMs;
  }

  async pause(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#skippedMs += ms;
    await nextTurn();
  }
}
