import type { LicenseFacts, LicenseRow, LinkedIdentity, ServerAccount } from './account.ts';
import type { HostName } from './host-name.ts';
import type { ServerAccounts } from './server-accounts.ts';

/** How a source was observed: an exported file, a users report, GitHub's GraphQL, GitHub's REST. */
export const CHANNELS = ['export', 'users-report', 'graphql', 'rest'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `cloud`, or `server:<host name>`. */
export type SourceId = 'cloud' | `server:${string}`;

/** What is known of a server instance besides its accounts. Null: not told by the channel. */
export interface ServerInstance {
  readonly hostName: HostName;
  readonly serverId: string | null;
  readonly version: string | null;
}

interface Observation {
  readonly channel: Channel;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly observedAt: string;
}

/** All accounts of one server instance at one instant. */
export interface ServerUsageSnapshot extends Observation {
  readonly kind: 'server';
  readonly instance: ServerInstance;
  readonly accounts: ServerAccounts;
}

/** All license rows of the cloud enterprise at one instant. Sorted by row key; each login and `host:id` once. */
export interface CloudUsageSnapshot extends Observation {
  readonly kind: 'cloud';
  /** GitHub's own totals; null when the channel does not give them. */
  readonly seatsConsumed: number | null;
  readonly seatsPurchased: number | null;
  /** Rows that name no login, no server account and no subscription: counted, since nobody can be made of them. */
  readonly unidentifiedRows: number;
  readonly rows: readonly LicenseRow[];
}

/**
 * The SAML and SCIM identities linked to accounts of the cloud enterprise at one instant. Sorted by login in lower
 * case; each login once. It adds to what the license rows say and never decides which accounts exist.
 */
export interface LinkedIdentitiesSnapshot extends Observation {
  readonly kind: 'identities';
  readonly channel: 'graphql';
  readonly identities: readonly LinkedIdentity[];
}

export type UsageSnapshot = ServerUsageSnapshot | CloudUsageSnapshot | LinkedIdentitiesSnapshot;

export interface CloudUsageFacts extends Omit<CloudUsageSnapshot, 'rows'> {
  readonly rows: Entries<LicenseFacts>;
}

/** In an array, or made one by one when they are asked for. */
export type Entries<Entry> = Iterable<Entry> & { readonly length: number };

/** What decides of a snapshot: all that a merge needs, which holds every source in memory. */
export type UsageFacts = ServerUsageSnapshot | CloudUsageFacts | LinkedIdentitiesSnapshot;

export function serverSourceId(hostName: HostName): SourceId {
  return `server:${hostName}`;
}

export function sourceIdOf(snapshot: UsageFacts): SourceId {
  return snapshot.kind === 'server' ? serverSourceId(snapshot.instance.hostName) : 'cloud';
}

/** Accounts of a server instance, rows or identities of the cloud enterprise. */
export function entriesOf(snapshot: UsageFacts): Entries<ServerAccount | LicenseFacts | LinkedIdentity> {
  if (snapshot.kind === 'server') return snapshot.accounts;
  return snapshot.kind === 'cloud' ? snapshot.rows : snapshot.identities;
}

/** Whether snapshots of this channel tell which accounts the source has; linked identities do not. */
export function decidesAccounts({ source, channel }: { source: SourceId; channel: Channel }): boolean {
  return source !== 'cloud' || channel !== 'graphql';
}
