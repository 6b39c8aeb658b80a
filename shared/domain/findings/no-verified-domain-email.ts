import { cloudAccountKey } from '../account.ts';
import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout } from './finding-about.ts';

/**
 * A cloud account that no address can match with a server account. Policy: members without an address on a verified
 * domain often consume more than one license (billing/how-tos/troubleshooting/enterprise-license-usage). An
 * account with a linked identity's address can be matched without one, and one that has server accounts is.
 */
export function noVerifiedDomainEmail(counted: CountedPerson): Finding[] {
  const { cloudEmails, hostNames } = counted.usage;
  if (cloudEmails > 0 || hostNames.length > 0) return [];
  const { cloudAccount, key } = counted.person;
  if (cloudAccount === null) return [];
  const accounts = [cloudAccountKey(cloudAccount.login)];
  return [findingAbout('no-verified-domain-email', { accounts, people: [key], seats: 0 })];
}
