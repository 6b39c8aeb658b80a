import * as z from 'zod';
import type { LinkedIdentity } from '../../domain/account.ts';
import { type Email, normalizeEmail } from '../../domain/email.ts';
import { compactList } from '../compact-list.ts';
import { CONNECTION_FIELDS, connection, enterpriseAnswer, nodeAnswer } from './connection.ts';

const provider = z.object({ id: z.string() }).nullable();

/** SAML, or OIDC where the enterprise's users are managed. */
export const ENTERPRISE_PROVIDERS_QUERY = `query ($enterprise: String!) {
  enterprise(slug: $enterprise) { ownerInfo { samlIdentityProvider { id } oidcProvider { id } } }
}`;

export const enterpriseProvidersAnswer = enterpriseAnswer(
  z.object({
    ownerInfo: z.object({ samlIdentityProvider: provider, oidcProvider: provider }).nullable(),
  }),
);

export const ORGANIZATION_PROVIDERS_QUERY = `query ($enterprise: String!, $after: String) {
  enterprise(slug: $enterprise) {
    organizations(first: 100, after: $after) { ${CONNECTION_FIELDS} nodes { samlIdentityProvider { id } } }
  }
}`;

/**
 * An organization is null, or has no provider, also when the token may not see it: an error tells. There is no answer
 * at all when the token lacks the scope for it.
 */
export const organizationProvidersAnswer = enterpriseAnswer(
  z.object({ organizations: connection(z.object({ samlIdentityProvider: provider }).nullable()) }),
).nullish();

const IDENTITIES = `externalIdentities(first: 100, after: $after) {
  ${CONNECTION_FIELDS}
  nodes {
    user { login }
    samlIdentity { nameId username emails { value } attributes { name value } }
    scimIdentity { username emails { value } }
  }
}`;

export const PROVIDER_IDENTITIES_QUERY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on EnterpriseIdentityProvider { ${IDENTITIES} }
    ... on OIDCProvider { ${IDENTITIES} }
    ... on OrganizationIdentityProvider { ${IDENTITIES} }
  }
}`;

const emails = z.array(z.object({ value: z.string() })).nullable();

const externalIdentity = z.object({
  user: z.object({ login: z.string().min(1) }).nullable(),
  samlIdentity: z
    .object({
      nameId: z.string().nullable(),
      username: z.string().nullable(),
      emails,
      attributes: z.array(z.object({ name: z.string(), value: z.string() })),
    })
    .nullable(),
  scimIdentity: z.object({ username: z.string().nullable(), emails }).nullable(),
});
export type ExternalIdentity = z.infer<typeof externalIdentity>;

export const providerIdentitiesAnswer = nodeAnswer(
  z.object({ externalIdentities: connection(externalIdentity) }),
);

/**
 * The claims that GitHub matches on, beside NameID, username and emails
 * (docs: billing/reference/enterprise-license-troubleshooting).
 */
const EMAIL_CLAIMS: ReadonlySet<string> = new Set([
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
]);

/** Identities of all providers as they come; those of one login become one. */
export class LinkedIdentities {
  readonly #byLogin = new Map<string, { readonly login: string; readonly emails: Set<Email> }>();

  /** Drops what is linked to no account, and everything that is no address. */
  add(identity: ExternalIdentity): void {
    const addresses = addressesOf(identity);
    if (identity.user === null || addresses.length === 0) return;
    const { login } = identity.user;
    const known = this.#byLogin.get(login.toLowerCase()) ?? { login, emails: new Set() };
    this.#byLogin.set(login.toLowerCase(), known);
    for (const address of addresses) known.emails.add(address);
  }

  /** By login in lower case. */
  sorted(): LinkedIdentity[] {
    return [...this.#byLogin]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { login, emails }]) => ({ login, emails: compactList([...emails].sort()) }));
  }
}

function addressesOf({ samlIdentity, scimIdentity }: ExternalIdentity): Email[] {
  const claims = (samlIdentity?.attributes ?? []).filter(({ name }) => EMAIL_CLAIMS.has(name.toLowerCase()));
  const listed = [...claims, ...(samlIdentity?.emails ?? []), ...(scimIdentity?.emails ?? [])];
  return [
    samlIdentity?.nameId ?? '',
    samlIdentity?.username ?? '',
    scimIdentity?.username ?? '',
    ...listed.map(({ value }) => value),
  ]
    .map(normalizeEmail)
    .filter((email) => email !== null);
}
