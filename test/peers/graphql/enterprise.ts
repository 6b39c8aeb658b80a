import type { EnterpriseShown } from '../content/enterprise-shown.ts';
import { connection } from './connection.ts';
import { identityProviderNode } from './identity-provider.ts';
import { installationNode } from './installation.ts';
import { nodeId } from './node-id.ts';
import type { QueryContext } from './query-context.ts';

const ORGANIZATIONS = ['acme', 'acme-labs'] as const;

/** An `Enterprise`, of which a member who owns it not may see neither `ownerInfo` nor `billingInfo`. */
export function enterpriseNode({ shown, role }: QueryContext): object {
  const isOwner = role === 'owner';
  return {
    __typename: 'Enterprise',
    id: nodeId('Enterprise', shown.slug),
    slug: shown.slug,
    name: 'Acme',
    url: `https://github.com/enterprises/${shown.slug}`,
    viewerIsAdmin: isOwner,
    billingInfo: isOwner ? billingInfo(shown) : null,
    ownerInfo: isOwner ? ownerInfo(shown) : null,
    organizations: connection(ORGANIZATIONS, (login) => ({
      __typename: 'Organization',
      id: nodeId('Organization', login),
      login,
      samlIdentityProvider:
        login === 'acme' && isOwner ? identityProviderNode('organization-saml', shown) : null,
    })),
  };
}

function billingInfo({ content }: EnterpriseShown): object {
  const { consumed, purchased } = content.seats;
  return {
    allLicensableUsersCount: consumed,
    totalLicenses: purchased,
    totalAvailableLicenses: Math.max(0, purchased - consumed),
  };
}

function ownerInfo(shown: EnterpriseShown): object {
  return {
    enterpriseServerInstallations: connection([...shown.content.instances.values()], (instance) =>
      installationNode(instance, shown),
    ),
    samlIdentityProvider: identityProviderNode('enterprise-saml', shown),
    oidcProvider: identityProviderNode('enterprise-oidc', shown),
  };
}
