import { type AccountKey, cloudAccountKey, type LicenseFacts } from '../account.ts';
import type { Found } from '../finding.ts';
import type { Person } from '../person.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout, keyOf } from './finding-about.ts';

/**
 * A person whose Visual Studio subscription GitHub has linked to none of their accounts, so that GitHub counts a
 * license of the enterprise as well. Policy: a subscriber whose account is linked "consumes the license" of the
 * subscription (billing/concepts/enterprise-billing/visual-studio-subs). That one license of the enterprise is to
 * be got back; GitHub's total, which has licenses of both types in it, stays as it is.
 */
export function subscriptionNotLinked(counted: CountedPerson): Found | null {
  if (counted.consumption.reason !== 'visual-studio-subscription') return null;
  if (!counted.countedRows || counted.rows.some(isLinked)) return null;
  return foundAbout('subscription-not-linked', 1, () => ({
    accounts: accountsToLink(counted.person),
    people: [counted.key],
    emails: counted.person.visualStudioSubscriptions,
  }));
}

function isLinked({ visualStudio, licenseType }: LicenseFacts): boolean {
  return visualStudio !== null || licenseType === 'visual-studio-subscription';
}

/** GitHub links a subscription to the cloud account; only without one to a server account, by its address. */
function accountsToLink({ cloudAccount, serverAccounts, visualStudioSubscriptions }: Person): AccountKey[] {
  if (cloudAccount !== null) return [cloudAccountKey(cloudAccount.login)];
  return serverAccounts
    .filter(
      ({ systemUser, primaryEmail }) =>
        systemUser === null && visualStudioSubscriptions.some((email) => email === primaryEmail),
    )
    .map(keyOf);
}
