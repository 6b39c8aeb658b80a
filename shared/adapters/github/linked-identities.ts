import type { Connection } from '../../contracts/github/connection.ts';
import type { GraphQLError } from '../../contracts/github/graphql-answer.ts';
import {
  ENTERPRISE_PROVIDERS_QUERY,
  enterpriseProvidersAnswer,
  LinkedIdentities,
  ORGANIZATION_PROVIDERS_QUERY,
  organizationProvidersAnswer,
  PROVIDER_IDENTITIES_QUERY,
  providerIdentitiesAnswer,
} from '../../contracts/github/linked-identities.ts';
import type { LinkedIdentitiesSnapshot } from '../../domain/usage-snapshot.ts';
import type { GitHubClient } from './client.ts';
import { connectionPages } from './connection-pages.ts';
import { pullFailure } from './pull-failures.ts';

const NOTHING: Connection<never> = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes: [],
};

/**
 * The identities of the enterprise's provider and of those of its organizations. An enterprise owner need not be an
 * owner of every organization: one whose provider may not be read is passed over, and everything else is there. The
 * scope that enterprises ask for, `read:enterprise`, shows no organization's provider (`read:org` does): then all of
 * them are passed over.
 */
export async function pullLinkedIdentities(
  client: GitHubClient,
  observedAt: string,
): Promise<LinkedIdentitiesSnapshot> {
  const identities = new LinkedIdentities();
  for (const id of await enterpriseProviders(client)) {
    await readProvider(client, id, 'enterprise', identities);
  }
  for await (const id of organizationProviders(client)) {
    await readProvider(client, id, 'organization', identities);
  }
  return { kind: 'identities', channel: 'graphql', observedAt, identities: identities.sorted() };
}

async function enterpriseProviders(client: GitHubClient): Promise<readonly string[]> {
  const asked = 'identity providers of the enterprise';
  const { enterprise } = await client.ask(
    {
      query: ENTERPRISE_PROVIDERS_QUERY,
      variables: { enterprise: client.enterprise },
      answer: enterpriseProvidersAnswer,
    },
    asked,
  );
  if (enterprise === null) throw pullFailure('not-found', asked);
  if (enterprise.ownerInfo === null) throw pullFailure('forbidden', asked);
  const { samlIdentityProvider, oidcProvider } = enterprise.ownerInfo;
  return [samlIdentityProvider, oidcProvider].flatMap((provider) => provider?.id ?? []);
}

async function* organizationProviders(client: GitHubClient): AsyncGenerator<string> {
  const pages = connectionPages(async (after, asked) => {
    let isScopeMissing = false;
    const answer = await client.ask(
      {
        query: ORGANIZATION_PROVIDERS_QUERY,
        variables: { enterprise: client.enterprise, after },
        answer: organizationProvidersAnswer,
        mayPass: (error) => {
          isScopeMissing ||= after === null && error.type === 'INSUFFICIENT_SCOPES';
          return isScopeMissing || (isForbidden(error) && isWithinOrganization(error));
        },
      },
      asked,
    );
    if (isScopeMissing) return NOTHING;
    if (answer?.enterprise == null) throw pullFailure('not-found', asked);
    return answer.enterprise.organizations;
  }, 'identity providers of organizations');
  for await (const organizations of pages) {
    for (const organization of organizations) {
      const id = organization?.samlIdentityProvider?.id;
      if (id !== undefined) yield id;
    }
  }
}

async function readProvider(
  client: GitHubClient,
  id: string,
  owner: 'enterprise' | 'organization',
  identities: LinkedIdentities,
): Promise<void> {
  const pages = connectionPages(async (after, asked) => {
    const mayBePassedOver = owner === 'organization' && after === null;
    const { node } = await client.ask(
      {
        query: PROVIDER_IDENTITIES_QUERY,
        variables: { id, after },
        answer: providerIdentitiesAnswer,
        mayPass: (error) => mayBePassedOver && isForbidden(error),
      },
      asked,
    );
    if (node !== null) return node.externalIdentities;
    if (mayBePassedOver) return NOTHING;
    throw pullFailure('not-found', asked);
  }, 'linked identities');
  for await (const page of pages) for (const identity of page) identities.add(identity);
}

function isForbidden({ type }: GraphQLError): boolean {
  return type === 'FORBIDDEN';
}

/** `enterprise.organizations.nodes.0`, or deeper. */
function isWithinOrganization({ path }: GraphQLError): boolean {
  return /^enterprise\.organizations\.nodes\.\d+/.test((path ?? []).join('.'));
}
