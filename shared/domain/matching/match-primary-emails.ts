import type { AccountNumber } from './account-list.ts';
import type { Propose } from './candidate.ts';
import type { Roster } from './roster.ts';

/** Proposes each cloud account for every server account whose primary address is one of those given. */
export function matchPrimaryEmails(
  { accounts, primaryEmails }: Roster,
  forEachEmail: (cloudAccount: AccountNumber, take: (email: number) => void) => void,
  propose: Propose,
): void {
  // Functions are made once: as many as accounts would be most of the garbage of the matching.
  let cloudAccount = 0;
  const proposeIt = (account: AccountNumber): void => propose(account, cloudAccount);
  const match = (email: number): void => primaryEmails.forEachWith(email, proposeIt);
  for (; cloudAccount < accounts.cloudAccounts; cloudAccount++) forEachEmail(cloudAccount, match);
}
