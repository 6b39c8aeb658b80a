import {
  type AccountKey,
  type LicenseRow,
  type LicenseRowDetails,
  type LicenseType,
  serverAccountKey,
  type VisualStudioSubscription,
} from './account.ts';
import type { Email } from './email.ts';
import type { Person } from './person.ts';

/** A person who consumes a user license, with what GitHub's report of consumed licenses shows of one. */
export interface ConsumedLicense {
  /** Null for a person without a cloud account. */
  readonly login: string | null;
  /** Every server account of the person, sorted by host name, then user id. */
  readonly serverAccounts: readonly AccountKey[];
  /** Of the server accounts, sorted, each once. */
  readonly serverPrimaryEmails: readonly Email[];
  readonly verifiedEmails: readonly Email[];
  readonly samlNameId: string | null;
  readonly licenseType: LicenseType;
  readonly visualStudio: VisualStudioSubscription | null;
  readonly details: LicenseRowDetails;
}

/** Of a person without a cloud account GitHub says nothing more. */
const NO_DETAILS: LicenseRowDetails = {
  name: null,
  profile: null,
  memberRoles: [],
  enterpriseRoles: [],
  organizationsWithPendingInvites: [],
  twoFactorAuth: null,
  twoFactorAuthRequiredBy: null,
  costCenter: null,
  securityProducts: null,
};

/**
 * Null for a person who consumes no license. Who the person is, and the license, are ours; `row` is GitHub's own
 * row of the person's cloud account, which adds what decides nothing.
 */
export function consumedLicenseOf(person: Person, row: LicenseRow | null): ConsumedLicense | null {
  const { cloudAccount, serverAccounts } = person;
  const { licenseType } = person.consumption;
  if (licenseType === null) return null;
  return {
    login: cloudAccount?.login ?? null,
    serverAccounts: serverAccounts.map(({ hostName, userId }) => serverAccountKey(hostName, userId)),
    serverPrimaryEmails: primaryEmailsOf(person),
    verifiedEmails: cloudAccount?.verifiedEmails ?? [],
    samlNameId: cloudAccount?.samlNameId ?? null,
    licenseType,
    visualStudio: visualStudioOf(person, row),
    details: row?.details ?? NO_DETAILS,
  };
}

function primaryEmailsOf({ serverAccounts }: Person): Email[] {
  const emails = new Set(serverAccounts.map((account) => account.primaryEmail));
  return [...emails].filter((email) => email !== null).sort();
}

/** GitHub's columns have room for one. Of a subscription that only we have linked, GitHub's status is not told. */
function visualStudioOf(person: Person, row: LicenseRow | null): VisualStudioSubscription | null {
  const [email = null] = person.visualStudioSubscriptions;
  const visualStudio = row?.visualStudio ?? null;
  if (visualStudio !== null) return { email: visualStudio.email ?? email, status: visualStudio.status };
  return email === null ? null : { email, status: null };
}
