import { type ServerAccount, serverAccountKey } from './account.ts';
import { consumptionOf } from './consumption.ts';
import type { Email } from './email.ts';
import { type AccountMatches, matchAccounts, toAmbiguity, toMatch } from './matching/match-accounts.ts';
import { type AccountNumber, type CloudRow, Roster } from './matching/roster.ts';
import { subscriptionHolders } from './matching/visual-studio.ts';
import { observe } from './observe.ts';
import { type Ambiguity, type CanonicalKey, cloudAccountOf, type Match, type Person } from './person.ts';
import type { UsageSnapshot } from './usage-snapshot.ts';

/**
 * Who the people are, from the newest snapshot of every source and channel. Pure: the same snapshots in any
 * order give the same people in the same order, and every account is exactly one person's.
 */
export function resolve(snapshots: readonly UsageSnapshot[]): Person[] {
  const roster = new Roster(observe(snapshots));
  const drafts = draftPeople(roster, matchAccounts(roster));
  const unlinked = assignSubscriptions(roster, drafts);
  const people = [...new Set(drafts)].map(completePerson);
  return [...people, ...unlinked.map(unlinkedSubscriber)];
}

/** A person while the accounts are being gathered. */
interface Draft {
  cloudRow: CloudRow | null;
  serverAccounts: ServerAccount[];
  subscriptions: Set<Email>;
  matches: Match[];
  ambiguities: Ambiguity[];
}

/** By account number; accounts of one person share a draft. */
function draftPeople(roster: Roster, { groups, matches, refused }: AccountMatches): Draft[] {
  const drafts: Draft[] = [];
  for (let account = 0; account < roster.size; account++) {
    const root = groups.rootOf(account);
    const draft = drafts[root] ?? emptyDraft();
    drafts[account] = draft;
    gatherAccount(account, draft, roster);
  }
  for (const match of matches) drafts[match.account]?.matches.push(toMatch(match, roster));
  for (const refusal of refused) {
    drafts[refusal.candidate.account]?.ambiguities.push(toAmbiguity(refusal, roster));
  }
  return drafts;
}

function emptyDraft(): Draft {
  return { cloudRow: null, serverAccounts: [], subscriptions: new Set(), matches: [], ambiguities: [] };
}

function gatherAccount(account: AccountNumber, draft: Draft, roster: Roster): void {
  const server = roster.serverAccount(account);
  if (server !== undefined) draft.serverAccounts.push(server);
  else draft.cloudRow = roster.cloudRows[account] ?? null;
}

/** Gives each subscription to the person who holds it; returns those that nobody holds. */
function assignSubscriptions(roster: Roster, drafts: readonly Draft[]): Email[] {
  const unlinked = new Set<Email>();
  for (const { email, holder } of subscriptionHolders(roster)) {
    const draft = holder === null ? undefined : drafts[holder];
    if (draft === undefined) unlinked.add(email);
    else draft.subscriptions.add(email);
  }
  return [...unlinked].sort();
}

function completePerson(draft: Draft): Person {
  const { cloudRow, serverAccounts, subscriptions, matches, ambiguities } = draft;
  return {
    key: canonicalKey(cloudRow, serverAccounts),
    cloudAccount: cloudRow === null ? null : cloudAccountOf(cloudRow),
    serverAccounts,
    visualStudioSubscriptions: [...subscriptions].sort(),
    matches,
    ambiguities,
    consumption: consumptionOf({
      cloudLicenseType: cloudRow === null ? undefined : cloudRow.licenseType,
      serverAccounts,
      hasVisualStudioSubscription: subscriptions.size > 0,
    }),
  };
}

function unlinkedSubscriber(email: Email): Person {
  return {
    key: `visual-studio:${email}`,
    cloudAccount: null,
    serverAccounts: [],
    visualStudioSubscriptions: [email],
    matches: [],
    ambiguities: [],
    consumption: consumptionOf({
      cloudLicenseType: undefined,
      serverAccounts: [],
      hasVisualStudioSubscription: true,
    }),
  };
}

function canonicalKey(cloudRow: CloudRow | null, serverAccounts: readonly ServerAccount[]): CanonicalKey {
  if (cloudRow !== null) return `login:${cloudRow.login.toLowerCase()}`;
  let smallest: Email | null = null;
  for (const { primaryEmail, systemUser } of serverAccounts) {
    if (primaryEmail === null || systemUser !== null) continue;
    if (smallest === null || primaryEmail < smallest) smallest = primaryEmail;
  }
  if (smallest !== null) return `email:${smallest}`;
  const [first] = serverAccounts;
  if (first === undefined) throw new Error('a person has at least one account');
  return `account:${serverAccountKey(first.hostName, first.userId)}`;
}
