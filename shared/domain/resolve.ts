import { matchAccounts } from './matching/match-accounts.ts';
import { Roster } from './matching/roster.ts';
import { subscriptionHolders } from './matching/visual-studio.ts';
import { observe } from './observe.ts';
import { People } from './people.ts';
import type { UsageFacts } from './usage-snapshot.ts';

/**
 * Who the people are, from the newest snapshot of every source and channel. Pure: the same snapshots in any
 * order give the same people in the same order, and every account is exactly one person's.
 */
export function resolve(snapshots: readonly UsageFacts[]): People {
  const roster = new Roster(observe(snapshots));
  const matches = matchAccounts(roster);
  const subscriptions = subscriptionHolders(roster);
  roster.release();
  return new People(roster, matches, subscriptions);
}
