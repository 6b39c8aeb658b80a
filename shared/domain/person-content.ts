import type { ServerAccount } from './account.ts';
import type { Match, Person } from './person.ts';

/**
 * A text that is equal for equal people and differs for different ones, however their objects were made: every
 * field in a fixed place. Dates of observation are no part of a person, so seeing the same again changes nothing.
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
