import { cloudAccountKey } from '../account.ts';
import type { Finding } from '../finding.ts';
import { linkedIdentityEmails } from '../matching/linked-identity.ts';
import type { ObservedUsage } from '../observe.ts';
import { findingAbout } from './finding-about.ts';
import type { CountedPerson } from './github-rows.ts';

/**
 * A cloud account that no address can match with a server account. Policy: members without an address on a verified
 * domain often consume more than one license (billing/how-tos/troubleshooting/enterprise-license-usage). An
 * account with a linked identity's address can be matched without one, and one that has server accounts is.
 */
export function noVerifiedDomainEmail(
  { person }: CountedPerson,
  linked: Pick<ObservedUsage, 'linkedEmails'>,
): Finding[] {
  const { cloudAccount, serverAccounts } = person;
  if (cloudAccount === null || serverAccounts.length > 0) return [];
  const hasAddress =
    cloudAccount.verifiedEmails.length > 0 || linkedIdentityEmails(cloudAccount, linked).length > 0;
  if (hasAddress) return [];
  const accounts = [cloudAccountKey(cloudAccount.login)];
  return [findingAbout('no-verified-domain-email', { accounts, people: [person.key], seats: 0 })];
}
