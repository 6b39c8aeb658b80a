import type { LicenseType } from './account.ts';
import { type AccountState, PACKED_STATES, type PackedState, unpackState } from './account-state.ts';
import type { Consumption } from './person.ts';

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

/** The place of a row in the table: the smallest of a person's decides. */
export type TablePlace = number;

/** The place of nobody's. */
export const NO_PLACE: TablePlace = CONSUMPTION_TABLE.length;

const PLACES = Object.fromEntries(CONSUMPTION_REASONS.map((reason, place) => [reason, place])) as Readonly<
  Record<ConsumptionReason, TablePlace>
>;

/** Whether who counts for the reason consumes a license. */
export function doesConsume(reason: ConsumptionReason): boolean {
  return doesConsumeAt(PLACES[reason]);
}

function doesConsumeAt(place: TablePlace): boolean {
  return CONSUMPTION_TABLE[place]?.consumes ?? false;
}

/** The row of the table that a server account falls under by itself. */
function serverAccountReason(account: AccountState): ConsumptionReason {
  if (account.systemUser !== null) return 'system-user';
  if (account.suspended === true) return 'suspended';
  if (account.suspended === null) return 'server-account-of-unknown-state';
  return account.dormant === true ? 'dormant-server-account' : 'server-account';
}

const PLACE_OF_STATE = Uint8Array.from(
  { length: PACKED_STATES },
  (_, state) => PLACES[serverAccountReason(unpackState(state))],
);

/** Of the row that a server account of this state falls under by itself. */
export function placeOfState(state: PackedState): TablePlace {
  return PLACE_OF_STATE[state] ?? NO_PLACE;
}

/** Why a server account of this state counts, or does not, by itself. */
export function reasonOfState(state: PackedState): ConsumptionReason {
  const row = CONSUMPTION_TABLE[placeOfState(state)];
  if (row === undefined) throw new RangeError(`no account has the state ${state}`);
  return row.reason;
}

/** What decides the consumption of one person. */
export interface ConsumptionFacts {
  /** License type by GitHub's row; undefined without a cloud account. */
  readonly cloudLicenseType: LicenseType | null | undefined;
  /** The smallest of the server accounts; NO_PLACE without any. */
  readonly serverPlace: TablePlace;
  readonly hasVisualStudioSubscription: boolean;
}

/** One person, one license: the first row of the table that any of the accounts falls under. */
export function consumptionOf(facts: ConsumptionFacts): Consumption {
  const { cloudLicenseType, serverPlace, hasVisualStudioSubscription } = facts;
  const own = cloudLicenseType === undefined ? serverPlace : Math.min(serverPlace, PLACES['cloud-account']);
  const subscribed = hasVisualStudioSubscription || cloudLicenseType === 'visual-studio-subscription';
  const consumption = subscribed
    ? SUBSCRIBERS_CONSUMPTIONS[Math.min(own, subscriptionPlace(own))]
    : CONSUMPTIONS[own];
  if (consumption === undefined) throw new Error('a person without any account cannot be');
  return consumption;
}

/** Rows that consume come first in the table, so the first row tells whether any of the accounts consumes. */
function subscriptionPlace(own: TablePlace): TablePlace {
  return PLACES[doesConsumeAt(own) ? 'visual-studio-subscription' : 'unlinked-visual-studio-subscription'];
}

/** By place: there are so few that all people share them. */
const CONSUMPTIONS = consumptionsOf('enterprise');
const SUBSCRIBERS_CONSUMPTIONS = consumptionsOf('visual-studio-subscription');

function consumptionsOf(licenseType: LicenseType): readonly Consumption[] {
  return CONSUMPTION_TABLE.map(({ reason, consumes }) => ({
    consumes,
    reason,
    licenseType: consumes ? licenseType : null,
  }));
}
