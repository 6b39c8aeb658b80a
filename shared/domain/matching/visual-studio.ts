import type { Email } from '../email.ts';
import { NO_EMAIL } from '../email-numbers.ts';
import type { LicenseRows } from '../license-rows.ts';
import { release } from '../release.ts';
import { type AccountNumber, NO_ACCOUNT } from './account-list.ts';
import type { Roster } from './roster.ts';
import { NO_ROW } from './rows-of-accounts.ts';

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
  if (!hasSubscription(roster.rows)) return [];
  const holderOfEmail = holdersByEmail(roster);
  const firstOfRow = firstAccountsOfRows(roster);
  const holders: SubscriptionHolder[] = [];
  for (let row = 0; row < roster.rows.length; row++) {
    const email = roster.rows.visualStudioEmailAt(row);
    if (email === NO_EMAIL) continue;
    const listed = firstOfRow[row] ?? NO_ACCOUNT;
    const holder = listed === NO_ACCOUNT ? (holderOfEmail[email] ?? NO_ACCOUNT) : listed;
    holders.push({ email: roster.addresses.emails.at(email), holder: holder === NO_ACCOUNT ? null : holder });
  }
  release(holderOfEmail);
  release(firstOfRow);
  return holders;
}

function hasSubscription(rows: LicenseRows): boolean {
  for (let row = 0; row < rows.length; row++) if (rows.visualStudioEmailAt(row) !== NO_EMAIL) return true;
  return false;
}

/** By row: the account that it names, the cloud account before others; NO_ACCOUNT where it names none. */
function firstAccountsOfRows({ accounts, rows, rowsOfAccounts }: Roster): Int32Array<ArrayBuffer> {
  const first = new Int32Array(rows.length).fill(NO_ACCOUNT);
  for (let account = accounts.size - 1; account >= 0; account--) {
    const row = rowsOfAccounts.of(account);
    if (row !== NO_ROW) first[row] = account;
  }
  return first;
}

/** By address: the first cloud account that has it, else the first server account with it as primary one. */
function holdersByEmail(roster: Roster): Int32Array<ArrayBuffer> {
  const { addresses, accounts, primaryEmails } = roster;
  const holders = new Int32Array(addresses.emails.size);
  for (let email = 0; email < holders.length; email++) holders[email] = primaryEmails.firstWith(email);
  for (let account = accounts.cloudAccounts - 1; account >= 0; account--) {
    addresses.forEach(account, (email) => {
      holders[email] = account;
    });
  }
  return holders;
}

/** The addresses of subscriptions, sorted, each once. */
export function distinctEmails(subscriptions: readonly SubscriptionHolder[]): Email[] {
  return [...new Set(subscriptions.map(({ email }) => email))].sort();
}
