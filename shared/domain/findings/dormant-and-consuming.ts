import { serverAccountReason } from '../consumption.ts';
import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout, keyOf } from './finding-about.ts';
import { licenseAtGithub } from './github-rows.ts';

/**
 * A person who consumes a license by dormant accounts alone. Policy: a dormant user of an instance consumes a
 * license, a suspended one does not (billing/reference/github-license-users). The license is free once every
 * account is suspended; an account of unknown state may go on consuming it.
 */
export function dormantAndConsuming(counted: CountedPerson): Finding[] {
  if (counted.consumption.reason !== 'dormant-server-account') return [];
  const { person } = counted;
  const reasons = person.serverAccounts.map(serverAccountReason);
  const accounts = person.serverAccounts.filter(
    (account) => serverAccountReason(account) === 'dormant-server-account',
  );
  return [
    findingAbout('dormant-and-consuming', {
      accounts: accounts.map(keyOf),
      people: [person.key],
      seats: reasons.includes('server-account-of-unknown-state') ? 0 : licenseAtGithub(counted),
    }),
  ];
}
