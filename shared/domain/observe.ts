import type { ServerAccount } from './account.ts';
import type { Email } from './email.ts';
import { EmailNumbers } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import type { LicenseRows } from './license-rows.ts';
import { licenseRowsOf } from './license-rows-builder.ts';
import type { ServerAccounts } from './server-accounts.ts';
import { ServerAccountsBuilder, serverAccountsOf } from './server-accounts-builder.ts';
import type { SnapshotRef } from './upload.ts';
import {
  CHANNELS,
  type Channel,
  type CloudUsageFacts,
  decidesAccounts,
  type ServerUsageSnapshot,
  type UsageFacts,
} from './usage-snapshot.ts';

/** All sources as they are known now: what the matching works on. */
export interface ObservedUsage {
  /** Sorted by host name. Accounts of unobserved instances come from GitHub's rows. */
  readonly instances: readonly ServerAccounts[];
  /** By which the instances number their addresses. */
  readonly emails: EmailNumbers;
  /** Sorted by row key. */
  readonly rows: LicenseRows;
  /** Addresses of the SAML and SCIM identities of a cloud account, by its login in lower case. */
  readonly linkedEmails: ReadonlyMap<string, readonly Email[]>;
}

/** Puts the newest snapshot of every source and channel together. At most one per source and channel. */
export function observe(snapshots: readonly UsageFacts[]): ObservedUsage {
  const servers = Map.groupBy(
    snapshots.filter((snapshot) => snapshot.kind === 'server'),
    (snapshot) => snapshot.instance.hostName,
  );
  const observed = [...servers.values()].map(accountsOfInstance);
  const emails = observed[0]?.emails ?? new EmailNumbers();
  const rows = licenseRowsOf(newestCloud(snapshots)?.rows ?? [], emails);
  const instances = [...observed, ...impliedAccounts(rows, servers)].map((accounts) =>
    accounts.numberedBy(emails),
  );
  return {
    instances: instances.sort((a, b) => (a.hostName < b.hostName ? -1 : 1)),
    emails,
    rows,
    linkedEmails: linkedEmails(snapshots),
  };
}

/** By login in lower case. There is but one channel that tells them, so at most one snapshot. */
export function linkedEmails(snapshots: readonly UsageFacts[]): ReadonlyMap<string, readonly Email[]> {
  const identities = snapshots.flatMap((snapshot) =>
    snapshot.kind === 'identities' ? snapshot.identities : [],
  );
  return new Map(identities.map(({ login, emails }) => [login.toLowerCase(), emails]));
}

/** GitHub's own totals, each from the newest snapshot that gives it. */
export function observedSeats(snapshots: readonly UsageFacts[]): {
  readonly seatsConsumed: number | null;
  readonly seatsPurchased: number | null;
} {
  const cloud = newestCloudFirst(snapshots);
  return {
    seatsConsumed: firstKnown(cloud, (snapshot) => snapshot.seatsConsumed),
    seatsPurchased: firstKnown(cloud, (snapshot) => snapshot.seatsPurchased),
  };
}

/** The snapshot of the cloud enterprise whose rows count; null when there is none. */
export function newestCloud(snapshots: readonly UsageFacts[]): CloudUsageFacts | null {
  return newestCloudFirst(snapshots)[0] ?? null;
}

/** By host name, the snapshot that decides which accounts an instance has. */
export function newestOfInstances(
  snapshots: readonly UsageFacts[],
): ReadonlyMap<HostName, ServerUsageSnapshot> {
  const servers = newestFirst(snapshots.filter((snapshot) => snapshot.kind === 'server'));
  return new Map(servers.reverse().map((snapshot) => [snapshot.instance.hostName, snapshot]));
}

/** Of these, the snapshot of the cloud enterprise whose rows count: the newest. */
export function newestCloudSnapshot(refs: readonly SnapshotRef[]): SnapshotRef | null {
  const cloud = refs.filter((ref) => ref.source === 'cloud' && decidesAccounts(ref));
  return newestFirst(cloud)[0] ?? null;
}

/**
 * The accounts of one instance: the newest channel decides which exist, older ones tell what it cannot.
 * @param channels at least one
 */
export function accountsOfInstance(channels: readonly ServerUsageSnapshot[]): ServerAccounts {
  const [newest, ...older] = newestFirst(channels);
  if (newest === undefined) throw new Error('an instance is known by at least one snapshot');
  return older.reduce((accounts, snapshot) => fillUnknown(accounts, snapshot.accounts), newest.accounts);
}

function newestCloudFirst(snapshots: readonly UsageFacts[]): CloudUsageFacts[] {
  return newestFirst(snapshots.filter((snapshot) => snapshot.kind === 'cloud'));
}

function newestFirst<Snapshot extends { readonly observedAt: string; readonly channel: Channel }>(
  snapshots: readonly Snapshot[],
): Snapshot[] {
  return [...snapshots].sort((a, b) => {
    if (a.observedAt !== b.observedAt) return a.observedAt > b.observedAt ? -1 : 1;
    return CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel);
  });
}

function firstKnown<Item, Value>(items: readonly Item[], value: (item: Item) => Value | null): Value | null {
  for (const item of items) {
    const known = value(item);
    if (known !== null) return known;
  }
  return null;
}

function fillUnknown(accounts: ServerAccounts, older: ServerAccounts): ServerAccounts {
  const filled = new ServerAccountsBuilder(accounts.emails);
  for (const account of accounts) {
    const before = older.at(older.indexOf(account.userId));
    filled.add(before === undefined ? account : fill(account, before));
  }
  return filled.build(accounts.hostName);
}

function fill(account: ServerAccount, older: ServerAccount): ServerAccount {
  const primaryEmail = account.primaryEmail ?? older.primaryEmail;
  return {
    hostName: account.hostName,
    userId: account.userId,
    systemUser: account.systemUser ?? older.systemUser,
    primaryEmail,
    furtherEmails: without(account.furtherEmails ?? older.furtherEmails, primaryEmail),
    suspended: account.suspended ?? older.suspended,
    dormant: account.dormant ?? older.dormant,
    siteAdmin: account.siteAdmin ?? older.siteAdmin,
    securityProducts: account.securityProducts ?? older.securityProducts,
  };
}

function without(emails: readonly Email[] | null, primary: Email | null): readonly Email[] | null {
  return emails?.filter((email) => email !== primary) ?? null;
}

/**
 * The accounts that GitHub's rows name on instances of which there is no snapshot. Their state is
 * unknown. A row names the primary addresses of its accounts without saying whose they are, so only a single
 * address can be given to the row's accounts.
 */
function impliedAccounts(rows: LicenseRows, observed: ReadonlyMap<HostName, unknown>): ServerAccounts[] {
  const implied = new Map<HostName, Map<number, ServerAccount>>();
  if (rows.hosts.every((hostName) => hostName === null || observed.has(hostName))) return [];
  for (const row of rows) {
    const primaryEmail = row.serverPrimaryEmails.length === 1 ? (row.serverPrimaryEmails[0] ?? null) : null;
    for (const { hostName, userId } of row.serverAccounts) {
      if (hostName === null || observed.has(hostName)) continue;
      const accounts = implied.get(hostName) ?? new Map<number, ServerAccount>();
      implied.set(hostName, accounts);
      accounts.set(userId, accountOfUnknownState(hostName, userId, primaryEmail));
    }
  }
  return [...implied].map(([hostName, accounts]) => serverAccountsOf(hostName, accounts.values()));
}

function accountOfUnknownState(
  hostName: HostName,
  userId: number,
  primaryEmail: Email | null,
): ServerAccount {
  return {
    hostName,
    userId,
    systemUser: null,
    primaryEmail,
    furtherEmails: null,
    suspended: null,
    dormant: null,
    siteAdmin: null,
    securityProducts: null,
  };
}
