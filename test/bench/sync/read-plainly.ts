import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { GitHubPeer, ServerPeer } from '../../peers/github-peer.ts';

/** The same rows and reports, asked for one after the other and parsed, with nothing checked and nothing kept. */
export interface PlainReading {
  /** SAML identities that GitHub holds, those without an address among them. */
  readonly identities: number;
  readonly requests: number;
  readonly bytes: number;
  readonly seconds: number;
}

const pageSchema = z.object({ users: z.array(z.unknown()) });
const identitiesSchema = z.object({
  data: z.object({
    enterprise: z.object({
      ownerInfo: z.object({
        samlIdentityProvider: z.object({ externalIdentities: z.object({ totalCount: z.int() }) }),
      }),
    }),
  }),
});

const PER_PAGE = 100;

/** `JSON.parse` of every page of consumed licenses, and the text of every users report. */
export async function readPlainly(peer: GitHubPeer): Promise<PlainReading> {
  const started = performance.now();
  let [requests, bytes] = [0, 0];
  for (let rows = PER_PAGE; rows === PER_PAGE; ) {
    const url = `${peer.url}/enterprises/${peer.enterprise}/consumed-licenses?per_page=${PER_PAGE}&page=${++requests}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${peer.ownerToken}` } });
    const body = await response.text();
    bytes += body.length;
    rows = pageSchema.parse(JSON.parse(body)).users.length;
  }
  for (const server of peer.servers) {
    requests++;
    bytes += (await readReport(server)).length;
  }
  const seconds = (performance.now() - started) / 1000;
  return { identities: await countIdentities(peer), requests, bytes, seconds };
}

async function countIdentities({ url, enterprise, ownerToken }: GitHubPeer): Promise<number> {
  const query = `{ enterprise(slug: "${enterprise}") {
    ownerInfo { samlIdentityProvider { externalIdentities(first: 1) { totalCount } } }
  } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = identitiesSchema.parse(await response.json());
  return data.enterprise.ownerInfo.samlIdentityProvider.externalIdentities.totalCount;
}

function readReport({ url, username, token, certificateAuthority }: ServerPeer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  request(
    `${url}/stafftools/reports/all_users.csv`,
    { auth: `${username}:${token}`, ca: certificateAuthority },
    (response) => text(response).then(resolve, reject),
  )
    .on('error', reject)
    .end();
  return promise;
}
