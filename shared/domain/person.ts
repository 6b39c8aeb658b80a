import type { AccountKey, LicenseFacts, LicenseType, ServerAccount } from './account.ts';
import type { ConsumptionReason } from './consumption.ts';
import type { Email } from './email.ts';

/** The rules that make two accounts one person, strongest first. */
export const MATCH_RULES = [
  'github-match',
  'linked-identity',
  'verified-email',
  'same-primary-email',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** The reason two accounts are one person. */
export interface Match {
  readonly rule: MatchRule;
  readonly account: AccountKey;
  readonly with: AccountKey;
  /** The address both share; null where GitHub's row alone is the evidence. */
  readonly email: Email | null;
}

/** A match that was refused, because the person would have had two cloud accounts. */
export interface Ambiguity {
  readonly refused: Match;
  /** The two cloud accounts that would have been one person's. */
  readonly cloudAccounts: readonly [AccountKey, AccountKey];
}

/** The cloud account of a person: the part of GitHub's row that decides. */
export interface CloudAccount {
  readonly login: string;
  readonly verifiedEmails: readonly Email[];
  readonly samlNameId: string | null;
  readonly licenseType: LicenseType | null;
}

/** Whether a person consumes a user license, and why. */
export interface Consumption {
  readonly consumes: boolean;
  readonly reason: ConsumptionReason;
  /** Null when no license is consumed. */
  readonly licenseType: LicenseType | null;
}

/**
 * What a person is known by: the cloud login, else the smallest primary email, else the smallest `host:id`,
 * else the address of an unlinked Visual Studio subscription. Unique; the person's id is its hash.
 */
export type CanonicalKey =
  | `login:${string}`
  | `email:${string}`
  | `account:${string}`
  | `visual-studio:${string}`;

/** The accounts that belong to one human: consumes at most one user license. */
export interface Person {
  readonly key: CanonicalKey;
  readonly cloudAccount: CloudAccount | null;
  /** Sorted by host name, then user id. */
  readonly serverAccounts: readonly ServerAccount[];
  /** Addresses of Visual Studio subscriptions, sorted. */
  readonly visualStudioSubscriptions: readonly Email[];
  readonly matches: readonly Match[];
  readonly ambiguities: readonly Ambiguity[];
  readonly consumption: Consumption;
}

/** Null for a row without a login. */
export function cloudAccountOf(row: LicenseFacts): CloudAccount | null {
  if (row.login === null) return null;
  return {
    login: row.login,
    verifiedEmails: row.verifiedEmails,
    samlNameId: row.samlNameId,
    licenseType: row.licenseType,
  };
}
