import type { LicenseType } from './account.ts';
import { type AccountState, PACKED_STATES, type PackedState, unpackState } from './account-state.ts';

/**
 * Who consumes a user license: one row per kind of account, first match decides the reason of a person. Kinds that
 * consume come before those that do not.
 * Policy: GitHub, "People that consume a license" (billing/reference/github-license-users) and
 * "Troubleshooting license usage" (billing/reference/enterprise-license-troubleshooting).
 */
export const CONSUMPTION_TABLE = [
  {
    reason: 'visual-studio-subscription',
    consumes: true,
    policy: 'A subscriber whose account is linked consumes the license of the Visual Studio subscription.',
  },
  {
    reason: 'cloud-account',
    consumes: true,
    policy: "GitHub lists the account among the enterprise's consumed licenses.",
  },
  {
    reason: 'server-account',
    consumes: true,
    policy: 'Any active user of an instance consumes a license.',
  },
  {
    reason: 'dormant-server-account',
    consumes: true,
    policy: 'A dormant user of an instance consumes a license until suspended.',
  },
  {
    reason: 'server-account-of-unknown-state',
    consumes: true,
    policy: 'No channel tells whether the account is suspended; unknown counts as consuming.',
  },
  {
    reason: 'suspended',
    consumes: false,
    policy: 'Suspended users do not consume a license.',
  },
  {
    reason: 'system-user',
    consumes: false,
    policy: 'The `ghost` and `scim-admin` users that an instance makes for itself consume no license.',
  },
  {
    reason: 'unlinked-visual-studio-subscription',
    consumes: false,
    policy: 'A Visual Studio subscription that is linked to no account consumes no GitHub license.',
  },
] as const satisfies readonly { reason: string; consumes: boolean; policy: string }[];

export type ConsumptionReason = (typeof CONSUMPTION_TABLE)[number]['reason'];

export const CONSUMPTION_REASONS: readonly ConsumptionReason[] = CONSUMPTION_TABLE.map((row) => row.reason);

interface TableRow {
  /** Its place in the table. */
  readonly position: number;
  readonly reason: ConsumptionReason;
  readonly consumes: boolean;
}

const ROWS = Object.fromEntries(
  CONSUMPTION_TABLE.map(({ reason, consumes }, position) => [reason, { position, reason, consumes }]),
) as Readonly<Record<ConsumptionReason, TableRow>>;

/** Whether who counts for the reason consumes a license. */
export function doesConsume(reason: ConsumptionReason): boolean {
  return ROWS[reason].consumes;
}

/** The row of the table that a server account falls under by itself. */
function serverAccountReason(account: AccountState): ConsumptionReason {
  if (account.systemUser !== null) return 'system-user';
  if (account.suspended === true) return 'suspended';
  if (account.suspended === null) return 'server-account-of-unknown-state';
  return account.dormant === true ? 'dormant-server-account' : 'server-account';
}

const ROW_OF_STATE: readonly TableRow[] = Array.from(
  { length: PACKED_STATES },
  (_, state) => ROWS[serverAccountReason(unpackState(state))],
);

/** Why a server account of this state counts, or does not, by itself. */
export function reasonOfState(state: PackedState): ConsumptionReason {
  const row = ROW_OF_STATE[state];
  if (row === undefined) throw new RangeError(`no account has the state ${state}`);
  return row.reason;
}

/** What decides the consumption of one person. */
export interface ConsumptionFacts {
  /** License type by GitHub's row; undefined without a cloud account. */
  readonly cloudLicenseType: LicenseType | null | undefined;
  /** Of each server account. */
  readonly serverStates: readonly PackedState[];
  readonly hasVisualStudioSubscription: boolean;
}

/** One person, one license: the first row of the table that any of the accounts falls under. */
export function consumptionOf(facts: ConsumptionFacts): {
  consumes: boolean;
  reason: ConsumptionReason;
  licenseType: LicenseType | null;
} {
  let first = facts.cloudLicenseType === undefined ? null : ROWS['cloud-account'];
  for (const state of facts.serverStates) {
    const row = ROW_OF_STATE[state];
    if (row !== undefined) first = earlier(first, row);
  }
  const subscribed =
    facts.hasVisualStudioSubscription || facts.cloudLicenseType === 'visual-studio-subscription';
  const row = subscribed ? earlier(first, subscriptionRow(first)) : first;
  if (row === null) throw new Error('a person without any account cannot be');
  const licenseType = subscribed ? 'visual-studio-subscription' : 'enterprise';
  return { consumes: row.consumes, reason: row.reason, licenseType: row.consumes ? licenseType : null };
}

function earlier(one: TableRow | null, other: TableRow): TableRow {
  return one !== null && one.position < other.position ? one : other;
}

/** Rows that consume come first in the table, so the first row tells whether any of the accounts consumes. */
function subscriptionRow(first: TableRow | null): TableRow {
  return ROWS[first?.consumes ? 'visual-studio-subscription' : 'unlinked-visual-studio-subscription'];
}
