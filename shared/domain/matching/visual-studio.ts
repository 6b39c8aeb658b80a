import type { Email } from '../email.ts';
import type { AccountNumber } from './account-list.ts';
import { listedAccounts } from './github-match.ts';
import { linkedIdentityEmails } from './linked-identity.ts';
import type { Roster } from './roster.ts';

/** A subscription and the account that holds it; no account when it is linked to none. */
export interface SubscriptionHolder {
  readonly email: Email;
  readonly holder: AccountNumber | null;
}

/**
 * Which account holds each Visual Studio subscription. Policy: the subscription's address (its UPN) matches "a
 * verified email address" of a personal account, for managed users the SCIM `userName` or "the linked identity's
 * email", on a server alone "the email address of the account" (billing/concepts/enterprise-billing/
 * visual-studio-subs). GitHub's own match, a row with both, comes first.
 */
export function subscriptionHolders(roster: Roster): SubscriptionHolder[] {
  let cloudAccountOfEmail: Map<Email, AccountNumber> | undefined;
  let cloudAccount: AccountNumber = 0;
  const holders: SubscriptionHolder[] = [];
  for (const row of roster.rows) {
    const listed = row.login === null ? listedAccounts(row, roster)[0] : cloudAccount++;
    const email = row.visualStudio?.email;
    if (email === undefined || email === null) continue;
    cloudAccountOfEmail ??= cloudAccountsByEmail(roster);
    const holder = listed ?? cloudAccountOfEmail.get(email) ?? roster.withPrimaryEmail(email)[0];
    holders.push({ email, holder: holder ?? null });
  }
  return holders;
}

/** An address of two accounts leads to the smaller login. */
function cloudAccountsByEmail(roster: Roster): Map<Email, AccountNumber> {
  const accounts = new Map<Email, AccountNumber>();
  for (const [account, row] of roster.cloudRows.entries()) {
    const emails = [...linkedIdentityEmails(row, roster), ...row.verifiedEmails];
    for (const email of emails) if (!accounts.has(email)) accounts.set(email, account);
  }
  return accounts;
}
