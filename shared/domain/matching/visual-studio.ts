import type { Email } from '../email.ts';
import { NO_EMAIL } from '../email-numbers.ts';
import { type AccountNumber, NO_ACCOUNT } from './account-list.ts';
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
  let holderOfEmail: Int32Array | undefined;
  const holders: SubscriptionHolder[] = [];
  for (let row = 0; row < roster.rows.length; row++) {
    const email = roster.rows.visualStudioEmailAt(row);
    if (email === NO_EMAIL) continue;
    holderOfEmail ??= holdersByEmail(roster);
    const holder = firstListed(roster, row) ?? holderOfEmail[email] ?? NO_ACCOUNT;
    holders.push({ email: roster.addresses.emails.at(email), holder: holder === NO_ACCOUNT ? null : holder });
  }
  return holders;
}

/** The account that a row names, the cloud account before others. */
function firstListed({ listed }: Roster, row: number): AccountNumber | undefined {
  const first = listed.start(row);
  return first < listed.end(row) ? listed.at(first) : undefined;
}

/** By address: the first cloud account that has it, else the first server account with it as primary one. */
function holdersByEmail(roster: Roster): Int32Array {
  const { addresses, accounts } = roster;
  const holders = new Int32Array(addresses.emails.size);
  for (let email = 0; email < holders.length; email++) holders[email] = roster.firstWithPrimaryEmail(email);
  for (let account = accounts.cloudAccounts - 1; account >= 0; account--) {
    addresses.forEach(account, (email) => {
      holders[email] = account;
    });
  }
  return holders;
}
