import { Agent, request } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { connectionsSecret } from '../../../shared/contracts/github-connections.ts';
import { type GitHubPeer, type GitHubPeerOptions, startGitHubPeer } from '../../peers/github-peer.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { licensesOf } from '../../support/enterprise/files.ts';

const pageSchema = z.object({ users: z.array(z.object({ github_com_login: z.string() })) });

async function startPeer(options: Partial<GitHubPeerOptions> = {}): Promise<GitHubPeer> {
  const peer = await startGitHubPeer({ enterprise: 'acme', people: 20, seed: 1, ...options });
  onTestFinished(() => peer.close());
  return peer;
}

async function firstLogins(peer: GitHubPeer): Promise<string[]> {
  const headers = { authorization: `Bearer ${peer.ownerToken}` };
  const response = await fetch(`${peer.url}/enterprises/acme/consumed-licenses`, { headers });
  return pageSchema.parse(await response.json()).users.map((user) => user.github_com_login);
}

function plantedLogins(people: number, seed: number): string[] {
  const rows = [...licensesOf(generateEnterprise({ people, seed }), 'newer')];
  return rows.slice(0, 30).map((row) => row.login);
}

it('shows another enterprise from now on', async () => {
  const peer = await startPeer();
  expect(await firstLogins(peer)).toEqual(plantedLogins(20, 1));
  await peer.show(generateEnterprise({ people: 40, seed: 2 }));
  expect(await firstLogins(peer)).toEqual(plantedLogins(40, 2));
});

it('shows another enterprise on request, and does not count that as one', async () => {
  const peer = await startPeer();
  const body = JSON.stringify({ people: 40, seed: 3 });
  const answer = await fetch(`${peer.url}/_peer/enterprise`, { method: 'PUT', body });
  expect([answer.status, peer.requests.count()]).toEqual([204, 0]);
  expect(await firstLogins(peer)).toEqual(plantedLogins(40, 3));
});

it.each(['', '{}', '{"people": -1, "seed": 1}'])('stays as it is when the request is "%s"', async (body) => {
  const peer = await startPeer();
  const answer = await fetch(`${peer.url}/_peer/enterprise`, { method: 'PUT', body });
  expect(answer.status).toBe(400);
  expect(await firstLogins(peer)).toEqual(plantedLogins(20, 1));
});

it('does not show an enterprise without its own instances', async () => {
  const peer = await startPeer();
  const instances = ['a.example.com', 'b.example.com', 'c.example.com'];
  await expect(peer.show(generateEnterprise({ people: 1, seed: 1, instances }))).rejects.toThrow(RangeError);
});

it('gives the connections that an operator would configure', async () => {
  const { connections, ownerToken, servers, certificateAuthority } = await startPeer();
  expect(connectionsSecret.safeParse(connections).error).toBeUndefined();
  expect(connections.cloud).toEqual({ token: ownerToken });
  expect(connections.server_instances).toEqual(
    servers.map(({ hostName, username, token, url }) => ({
      host_name: hostName,
      username,
      token,
      base_url: url,
      ca_certificate: certificateAuthority,
    })),
  );
  expect(new Set([ownerToken, ...servers.map(({ token }) => token)]).size).toBe(1 + servers.length);
});

it('serves the cloud over TLS as well', async () => {
  const peer = await startPeer({ tls: true });
  const dispatcher = new Agent({ connect: { ca: peer.certificateAuthority } });
  onTestFinished(() => dispatcher.destroy());
  const headers = { authorization: `Bearer ${peer.ownerToken}`, 'user-agent': 'test' };
  const path = '/enterprises/acme/consumed-licenses?per_page=1';
  const answer = await request(peer.url + path, { dispatcher, headers });
  expect([peer.url.slice(0, 8), answer.statusCode]).toEqual(['https://', 200]);
  expect(answer.headers.link).toContain(`<${peer.url}${path}&page=2>; rel="next"`);
});

it('refuses a client that does not say who it is', async () => {
  const peer = await startPeer();
  const headers = { authorization: `Bearer ${peer.ownerToken}` };
  const answer = await request(`${peer.url}/enterprises/acme/license-sync-status`, { headers });
  expect(answer.statusCode).toBe(403);
  await answer.body.dump();
});

it('listens on the ports that it is given', async () => {
  const first = await startGitHubPeer({ enterprise: 'acme', people: 1, seed: 1 });
  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { cloud: portOf(first.url), servers: first.servers.map(({ url }) => portOf(url)) };
  await first.close();
  const second = await startPeer({ ports });
  expect([second.url, ...second.servers.map(({ url }) => url)]).toEqual([
    first.url,
    ...first.servers.map(({ url }) => url),
  ]);
});

it('closes although a request is under way', async () => {
  const peer = await startGitHubPeer({ enterprise: 'acme', people: 1, seed: 1 });
  peer.faults.always({ kind: 'slow', ms: 1e6 });
  const pending = firstLogins(peer);
  pending.catch(() => undefined);
  await expect.poll(() => peer.requests.count()).toBe(1);
  await peer.close();
  await expect(pending).rejects.toThrow();
});
