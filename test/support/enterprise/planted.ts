import type { AccountKey, LicenseType } from '../../../shared/domain/account.ts';
import type { ConsumptionReason } from '../../../shared/domain/consumption.ts';
import type { HostName } from '../../../shared/domain/host-name.ts';

/** In which files of its source an account is: it may have left before the newer one or joined after the older. */
export type Seen = 'in-every-file' | 'in-older-file' | 'in-newer-file';

/** A user account of a server instance, with all that the files of GitHub tell of it. */
export interface ServerUser {
  readonly key: AccountKey;
  readonly hostName: HostName;
  readonly userId: number;
  readonly login: string;
  readonly name: string;
  /** Spelled as in the files. */
  readonly primaryEmail: string | null;
  readonly furtherEmails: readonly string[];
  readonly suspended: boolean;
  readonly dormant: boolean;
  readonly siteAdmin: boolean;
  readonly createdAt: string;
  /** Null when never active. */
  readonly lastActive: string | null;
  readonly lastLoggedIp: string;
  readonly repositories: number;
  readonly sshKeys: number;
  readonly organizations: number;
  readonly twoFactor: boolean;
  readonly seen: Seen;
}

/** A row of GitHub's consumed licenses. Empty text is GitHub's own way to say that there is none. */
export interface ConsumedLicense {
  readonly login: string;
  readonly name: string;
  /** `host:id` */
  readonly serverUserIds: readonly string[];
  readonly serverEmails: readonly string[];
  readonly subscriber: boolean;
  readonly licenseType: 'Enterprise' | 'Visual Studio subscription';
  readonly memberRoles: readonly string[];
  readonly enterpriseRoles: readonly string[];
  readonly verifiedEmails: readonly string[];
  readonly samlNameId: string;
  readonly pendingInvites: readonly string[];
  readonly twoFactorAuth: boolean | null;
  readonly subscriptionStatus: string;
  readonly subscriptionEmail: string;
  readonly seen: Seen;
}

/** One person as the documented rule makes it, known because it was planted so. */
export interface TruePerson {
  readonly accounts: readonly AccountKey[];
  /** Addresses of Visual Studio subscriptions. */
  readonly subscriptions: readonly string[];
  readonly reason: ConsumptionReason;
  readonly consumes: boolean;
  readonly licenseType: LicenseType | null;
}

export const ANOMALY_KINDS = [
  'counted-twice',
  'likely-same-person',
  'ambiguous',
  'missing-from-github',
  'gone-from-instance',
  'counted-without-consuming',
  'dormant-and-consuming',
  'no-verified-domain-email',
  'unknown-state',
  'subscription-not-linked',
] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

/** Something an owner should look at. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly accounts: readonly AccountKey[];
  /** Enterprise seats that GitHub would count less once it is put right. */
  readonly seatsRecoverable: number;
}

/** A human with the accounts planted for them. The rule may take one human for several people, or for nobody. */
export interface Human<Kind extends string = string> {
  readonly kind: Kind;
  readonly serverUsers: readonly ServerUser[];
  readonly licenses: readonly ConsumedLicense[];
  readonly people: readonly TruePerson[];
  readonly anomalies: readonly Anomaly[];
}
