import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';

/**
 * A cloud account that no address can match with a server account. Policy: members without an address on a verified
 * domain often consume more than one license (billing/how-tos/troubleshooting/enterprise-license-usage). An
 * account with a linked identity's address can be matched without one, and one that has server accounts is.
 */
export function noVerifiedDomainEmail(counted: CountedPerson): Found | null {
  const { hasCloudAccount, cloudEmails, hostNames } = counted.usage;
  if (!hasCloudAccount || cloudEmails > 0 || hostNames.length > 0) return null;
  return foundAbout('no-verified-domain-email', 0, () => ({
    accounts: counted.accounts,
    people: [counted.key],
  }));
}
