import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';
import { licenseAtGithub } from './github-rows.ts';

/**
 * A person who consumes a license by dormant accounts alone. Policy: a dormant user of an instance consumes a
 * license, a suspended one does not (billing/reference/github-license-users). The license is free once every
 * account is suspended; an account of unknown state may go on consuming it.
 */
export function dormantAndConsuming(counted: CountedPerson): Found | null {
  if (counted.consumption.reason !== 'dormant-server-account') return null;
  const unknown = counted.serverAccounts((reason) => reason === 'server-account-of-unknown-state');
  return foundAbout('dormant-and-consuming', unknown.length > 0 ? 0 : licenseAtGithub(counted), () => ({
    accounts: counted.serverAccounts((reason) => reason === 'dormant-server-account'),
    people: [counted.key],
  }));
}
