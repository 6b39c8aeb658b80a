import type { ServerAccount } from './account.ts';
import type { Match, Person } from './person.ts';

/**
 * What a ledger of version 0.1 has the digests of: a text that is equal for equal people and differs for different
 * ones, every field in a fixed place. `addContentsTo` says the same in bytes, without the person.
 */
export function contentOf(person: Person): string {
  const { cloudAccount, consumption } = person;
  return JSON.stringify([
    person.key,
    cloudAccount && [
      cloudAccount.login,
      cloudAccount.verifiedEmails,
      cloudAccount.samlNameId,
      cloudAccount.licenseType,
    ],
    person.serverAccounts.map(accountContent),
    person.visualStudioSubscriptions,
    person.matches.map(matchContent),
    person.ambiguities.map(({ refused, cloudAccounts }) => [matchContent(refused), cloudAccounts]),
    [consumption.consumes, consumption.reason, consumption.licenseType],
  ]);
}

function accountContent(account: ServerAccount): unknown[] {
  return [
    account.hostName,
    account.userId,
    account.systemUser,
    account.primaryEmail,
    account.furtherEmails,
    account.suspended,
    account.dormant,
    account.siteAdmin,
    account.securityProducts,
  ];
}

function matchContent(match: Match): unknown[] {
  return [match.rule, match.account, match.with, match.email];
}
