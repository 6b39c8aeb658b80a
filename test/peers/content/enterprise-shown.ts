import type { HostName } from '../../../shared/domain/host-name.ts';
import type { Enterprise } from '../../support/enterprise/enterprise.ts';
import { contentOf, type EnterpriseContent } from './enterprise-content.ts';

/** Through which provider the cloud accounts' identities are linked. */
export type IdentityProvider = 'enterprise-saml' | 'organization-saml' | 'enterprise-oidc' | 'none';

/** A file of user accounts that an installation has uploaded. */
export interface AccountsUpload {
  readonly name: string;
  readonly syncState: 'FAILURE' | 'PENDING' | 'SUCCESS';
  /** ISO 8601 */
  readonly createdAt: string;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** An enterprise from the moment at which the peer began to show it: what was uploaded when depends on that. */
export class EnterpriseShown {
  readonly slug: string;
  readonly identityProvider: IdentityProvider;
  readonly content: EnterpriseContent;
  readonly #shownAt: number;
  #newUploads: AccountsUpload[] = [];

  constructor(slug: string, identityProvider: IdentityProvider, content: EnterpriseContent, shownAt: number) {
    this.slug = slug;
    this.identityProvider = identityProvider;
    this.content = content;
    this.#shownAt = shownAt;
  }

  /** When each installation last synced with success. */
  get syncedAt(): string {
    return this.#before(DAY_MS);
  }

  /** Of each installation, newest first. */
  uploads(): readonly AccountsUpload[] {
    return [
      ...this.#newUploads,
      { name: 'license-usage-pending.json', syncState: 'PENDING', createdAt: this.#before(HOUR_MS) },
      { name: 'license-usage.json', syncState: 'SUCCESS', createdAt: this.syncedAt },
      { name: 'license-usage-broken.json', syncState: 'FAILURE', createdAt: this.#before(2 * DAY_MS) },
      { name: 'license-usage.json', syncState: 'SUCCESS', createdAt: this.#before(8 * DAY_MS) },
    ];
  }

  /** Every installation uploads its accounts again. */
  uploadAgain(now: number): void {
    const createdAt = new Date(now).toISOString();
    this.#newUploads = [{ name: 'license-usage.json', syncState: 'SUCCESS', createdAt }, ...this.#newUploads];
  }

  #before(ms: number): string {
    return new Date(this.#shownAt - ms).toISOString();
  }
}

/** @throws {RangeError} when it lacks an instance that the peer has a server for. */
export async function showEnterprise(
  enterprise: Enterprise,
  { slug, identityProvider, hostNames }: ShownAs,
): Promise<EnterpriseShown> {
  const shownAt = Date.now();
  const known = new Set(enterprise.instances.map((instance) => instance.hostName));
  const missing = hostNames.filter((hostName) => !known.has(hostName));
  if (missing.length > 0) throw new RangeError(`the enterprise has no instance ${missing.join(', ')}`);
  return new EnterpriseShown(slug, identityProvider, await contentOf(enterprise), shownAt);
}

export interface ShownAs {
  readonly slug: string;
  readonly identityProvider: IdentityProvider;
  readonly hostNames: readonly HostName[];
}
