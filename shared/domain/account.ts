import type { Email } from './email.ts';
import type { HostName } from './host-name.ts';

/** Accounts that GitHub Enterprise Server makes for itself and that belong to nobody. */
export type SystemUser = 'ghost' | 'scim-admin';

/** GitHub Advanced Security and the two products it was split into. Licensed apart from the user license. */
export type SecurityProduct = 'advanced-security' | 'code-security' | 'secret-protection';

/**
 * One user account on a server instance: all that is kept of it.
 * `null` means unknown: the channel that was read cannot tell. It never means false or none.
 */
export interface ServerAccount {
  readonly hostName: HostName;
  /** GitHub's numeric user id, unique on this instance only. */
  readonly userId: number;
  readonly systemUser: SystemUser | null;
  readonly primaryEmail: Email | null;
  /** Every address but the primary one, sorted. */
  readonly furtherEmails: readonly Email[] | null;
  readonly suspended: boolean | null;
  readonly dormant: boolean | null;
  readonly siteAdmin: boolean | null;
  /** Sorted. */
  readonly securityProducts: readonly SecurityProduct[] | null;
}

/** A server account as GitHub names it in a license row. A row may give the bare id without its host. */
export interface ServerAccountRef {
  readonly hostName: HostName | null;
  readonly userId: number;
}

export type LicenseType = 'enterprise' | 'visual-studio-subscription';

export interface VisualStudioSubscription {
  readonly email: Email | null;
  /** GitHub's word: "Matched", "Pending Invitation", or null when blank. */
  readonly status: string | null;
}

/**
 * One row of GitHub's consumed licenses: what GitHub takes to be one person. It holds a cloud account
 * (`login`), the server accounts that GitHub matched, a Visual Studio subscription, or any of them together.
 */
export interface LicenseRow extends LicenseFacts {
  readonly details: LicenseRowDetails;
}

/** The part of a row that decides who is who and what is consumed. */
export interface LicenseFacts {
  /** Null for a person without an account in the cloud enterprise. */
  readonly login: string | null;
  readonly serverAccounts: readonly ServerAccountRef[];
  /** Primary addresses of the row's server accounts, sorted; GitHub does not say which is whose. */
  readonly serverPrimaryEmails: readonly Email[];
  /** Verified addresses on the enterprise's verified domains, sorted. GitHub shows no others. */
  readonly verifiedEmails: readonly Email[];
  readonly samlNameId: string | null;
  readonly licenseType: LicenseType | null;
  readonly visualStudio: VisualStudioSubscription | null;
  readonly totalUserAccounts: number | null;
}

/** What decides nothing and is kept so that a report can show GitHub's columns again. */
export interface LicenseRowDetails {
  readonly name: string | null;
  readonly profile: string | null;
  readonly memberRoles: readonly string[];
  readonly enterpriseRoles: readonly string[];
  readonly organizationsWithPendingInvites: readonly string[];
  readonly twoFactorAuth: boolean | null;
  readonly twoFactorAuthRequiredBy: string | null;
  readonly costCenter: string | null;
  readonly securityProducts: readonly SecurityProduct[] | null;
}

/** What an identity provider says about a cloud account: SAML or SCIM attributes that are email addresses. */
export interface LinkedIdentity {
  /** Of the cloud account, as GitHub spells it. */
  readonly login: string;
  /** Sorted. */
  readonly emails: readonly Email[];
}

/** `host:id` of a server account, or `@login` (lower case) of a cloud account. Unique over all sources. */
export type AccountKey = string & { readonly __brand: 'AccountKey' };

export function serverAccountKey(hostName: HostName, userId: number): AccountKey {
  return `${hostName}:${userId}` as AccountKey;
}

/** GitHub compares logins without regard to case. No host name begins with `@`. */
export function cloudAccountKey(login: string): AccountKey {
  return `@${login.toLowerCase()}` as AccountKey;
}
