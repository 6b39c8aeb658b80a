import type { EnterpriseShown, IdentityProvider } from '../content/enterprise-shown.ts';
import type { LinkedIdentityFacts } from '../content/linked-identity.ts';
import { connection } from './connection.ts';
import { nodeId } from './node-id.ts';

const PROVIDERS = {
  'enterprise-saml': { __typename: 'EnterpriseIdentityProvider', issuer: 'https://idp.example.com/acme' },
  'organization-saml': { __typename: 'OrganizationIdentityProvider', issuer: 'https://idp.example.com/acme' },
  'enterprise-oidc': { __typename: 'OIDCProvider', providerType: 'AAD', tenantId: 'acme' },
} as const satisfies Record<Exclude<IdentityProvider, 'none'>, object>;

/** The provider of this kind; null when identities are linked in another way. */
export function identityProviderNode(
  kind: Exclude<IdentityProvider, 'none'>,
  { content, identityProvider }: EnterpriseShown,
): object | null {
  if (identityProvider !== kind) return null;
  const provider = PROVIDERS[kind];
  return {
    ...provider,
    id: nodeId(provider.__typename, 'acme'),
    externalIdentities: connection(content.identities, identityNode),
  };
}

/** The claims that GitHub names as those in which it looks for an address. */
const EMAIL_CLAIMS = [
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
];

/** An `ExternalIdentity` of which every attribute is the NameID. */
function identityNode({ login, nameId }: LinkedIdentityFacts, position: number): object {
  const emails = nameId.includes('@') ? [{ value: nameId, primary: true, type: 'work' }] : [];
  return {
    __typename: 'ExternalIdentity',
    id: nodeId('ExternalIdentity', position),
    guid: `identity-${position}`,
    samlIdentity: {
      nameId,
      username: nameId,
      emails,
      attributes: emails.flatMap(({ value }) => EMAIL_CLAIMS.map((name) => ({ name, value }))),
    },
    scimIdentity: { username: nameId, emails },
    user: { __typename: 'User', id: nodeId('User', login), login },
  };
}
