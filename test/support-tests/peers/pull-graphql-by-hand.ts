import * as z from 'zod';
import { type Email, normalizeEmail } from '../../../shared/domain/email.ts';
import { type HostName, normalizeHostName } from '../../../shared/domain/host-name.ts';
import { serverAccountsOf } from '../../../shared/domain/server-accounts-builder.ts';
import type { LinkedIdentitiesSnapshot, ServerUsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import type { GitHubPeer } from '../../peers/github-peer.ts';
import { allNodes, connectionSchema, dataOf } from './query-peer.ts';

const INSTALLATIONS = `query ($slug: String!) { enterprise(slug: $slug) { ownerInfo {
  enterpriseServerInstallations(first: 100) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id hostName userAccountsUploads(first: 10) { nodes { syncState createdAt } } } } } } }`;

const installationsSchema = z.object({
  enterprise: z.object({
    ownerInfo: z.object({
      enterpriseServerInstallations: connectionSchema(
        z.object({
          id: z.string(),
          hostName: z.string(),
          userAccountsUploads: z.object({
            nodes: z.array(z.object({ syncState: z.string(), createdAt: z.string() })),
          }),
        }),
      ),
    }),
  }),
});

const ACCOUNTS = `query ($id: ID!, $after: String) { node(id: $id) { ... on EnterpriseServerInstallation {
  userAccounts(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { remoteUserId login isSiteAdmin emails(first: 20) { nodes { email isPrimary } } } } } } }`;

const accountSchema = z.object({
  remoteUserId: z.int(),
  login: z.string(),
  isSiteAdmin: z.boolean(),
  emails: z.object({ nodes: z.array(z.object({ email: z.string(), isPrimary: z.boolean() })) }),
});
const accountsSchema = z.object({ node: z.object({ userAccounts: connectionSchema(accountSchema) }) });

const IDENTITIES = `query ($slug: String!, $after: String) { enterprise(slug: $slug) { ownerInfo {
  samlIdentityProvider { externalIdentities(first: 100, after: $after) { totalCount
    pageInfo { hasNextPage endCursor }
    nodes { samlIdentity { nameId username emails { value } attributes { value } }
      scimIdentity { username emails { value } } user { login } } } } } } }`;

const valuesSchema = z.array(z.object({ value: z.string() }));
const identitySchema = z.object({
  samlIdentity: z.object({
    nameId: z.string(),
    username: z.string(),
    emails: valuesSchema,
    attributes: valuesSchema,
  }),
  scimIdentity: z.object({ username: z.string(), emails: valuesSchema }),
  user: z.object({ login: z.string() }),
});
const identitiesSchema = z.object({
  enterprise: z.object({
    ownerInfo: z.object({
      samlIdentityProvider: z.object({ externalIdentities: connectionSchema(identitySchema) }),
    }),
  }),
});

/** The accounts of every installation, observed when it last uploaded them with success. */
export async function pullInstallations(peer: GitHubPeer): Promise<ServerUsageSnapshot[]> {
  const { enterprise } = await dataOf(peer, installationsSchema, {
    query: INSTALLATIONS,
    variables: { slug: peer.enterprise },
  });
  const snapshots: ServerUsageSnapshot[] = [];
  for (const installation of enterprise.ownerInfo.enterpriseServerInstallations.nodes) {
    const upload = installation.userAccountsUploads.nodes.find(({ syncState }) => syncState === 'SUCCESS');
    const hostName = normalizeHostName(installation.hostName);
    if (upload === undefined || hostName === null) throw new Error(`${installation.hostName} has no upload`);
    const accounts = await allNodes(async (after) => {
      const variables = { id: installation.id, after };
      return (await dataOf(peer, accountsSchema, { query: ACCOUNTS, variables })).node.userAccounts;
    });
    snapshots.push({
      kind: 'server',
      channel: 'graphql',
      observedAt: upload.createdAt,
      instance: { hostName, serverId: null, version: null },
      accounts: serverAccountsOf(
        hostName,
        accounts.map((account) => accountOf(account, hostName)),
      ),
    });
  }
  return snapshots;
}

function accountOf(
  { remoteUserId, login, isSiteAdmin, emails }: z.infer<typeof accountSchema>,
  hostName: HostName,
) {
  const primary = emails.nodes.find(({ isPrimary }) => isPrimary);
  const further = emails.nodes.filter(({ isPrimary }) => !isPrimary);
  return {
    hostName,
    userId: remoteUserId,
    systemUser: login === 'ghost' || login === 'scim-admin' ? login : null,
    primaryEmail: normalizeEmail(primary?.email ?? ''),
    furtherEmails: addresses(further.map(({ email }) => email)),
    suspended: null,
    dormant: null,
    siteAdmin: isSiteAdmin,
    securityProducts: null,
  } as const;
}

/** Every attribute of every identity that is an address. */
export async function pullIdentities(
  peer: GitHubPeer,
  observedAt: string,
): Promise<LinkedIdentitiesSnapshot> {
  const nodes = await allNodes(async (after) => {
    const variables = { slug: peer.enterprise, after };
    const { enterprise } = await dataOf(peer, identitiesSchema, { query: IDENTITIES, variables });
    return enterprise.ownerInfo.samlIdentityProvider.externalIdentities;
  });
  const identities = nodes
    .map(({ user, samlIdentity: saml, scimIdentity: scim }) => {
      const values = [...saml.emails, ...saml.attributes, ...scim.emails].map(({ value }) => value);
      return { login: user.login, emails: addresses([saml.nameId, saml.username, scim.username, ...values]) };
    })
    .sort((a, b) => (a.login.toLowerCase() < b.login.toLowerCase() ? -1 : 1));
  return { kind: 'identities', channel: 'graphql', observedAt, identities };
}

function addresses(texts: readonly string[]): Email[] {
  return [...new Set(texts.map(normalizeEmail))].filter((email) => email !== null).sort();
}
