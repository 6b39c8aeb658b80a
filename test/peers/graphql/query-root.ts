import { normalizeHostName } from '../../../shared/domain/host-name.ts';
import { LOGINS } from '../tokens.ts';
import { enterpriseNode } from './enterprise.ts';
import { identityProviderNode } from './identity-provider.ts';
import { accountNode, installationNode } from './installation.ts';
import { nodeId, parseNodeId } from './node-id.ts';
import type { QueryContext } from './query-context.ts';
import { QueryError } from './query-error.ts';

/** The fields of a query that the peer answers; every other one is null. */
export const QUERY_ROOT = {
  viewer: (_: unknown, { role }: QueryContext) => ({
    __typename: 'User',
    id: nodeId('User', LOGINS[role]),
    login: LOGINS[role],
  }),

  enterprise({ slug }: { readonly slug: string }, context: QueryContext): object {
    requireScope(context);
    if (slug !== context.shown.slug) {
      throw new QueryError('NOT_FOUND', `Could not resolve to a Business with the URL slug of '${slug}'.`);
    }
    return enterpriseNode(context);
  },

  node({ id }: { readonly id: string }, context: QueryContext): object {
    requireScope(context);
    const found = context.role === 'owner' ? findNode(id, context) : null;
    if (found === null) {
      throw new QueryError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
    }
    return found;
  },
};

function findNode(id: string, context: QueryContext): object | null {
  const { shown } = context;
  const { type, key } = parseNodeId(id);
  const hostName = normalizeHostName(key[0] ?? '');
  const instance = hostName === null ? undefined : shown.content.instances.get(hostName);
  switch (type) {
    case 'Enterprise':
      return enterpriseNode(context);
    case 'EnterpriseServerInstallation':
      return instance === undefined ? null : installationNode(instance, shown);
    case 'EnterpriseServerUserAccount': {
      const position = Number(key[1]);
      const [user] = instance?.users.slice(position, position + 1) ?? [];
      return user === undefined ? null : accountNode(user, position, shown);
    }
    case 'EnterpriseIdentityProvider':
      return identityProviderNode('enterprise-saml', shown);
    case 'OrganizationIdentityProvider':
      return identityProviderNode('organization-saml', shown);
    case 'OIDCProvider':
      return identityProviderNode('enterprise-oidc', shown);
    default:
      return null;
  }
}

/** GitHub's words. */
function requireScope({ role }: QueryContext): void {
  if (role !== 'owner-without-scope') return;
  throw new QueryError(
    'INSUFFICIENT_SCOPES',
    "Your token has not been granted the required scopes to execute this query. The 'slug' field requires one of " +
      "the following scopes: ['read:enterprise'], but your token has only been granted the: [''] scopes. Please " +
      "modify your token's scopes at: https://github.com/settings/tokens.",
  );
}
