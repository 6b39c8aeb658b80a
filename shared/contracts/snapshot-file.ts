import * as z from 'zod';
import type { LinkedIdentity } from '../domain/account.ts';
import type { EmailNumbers } from '../domain/email-numbers.ts';
import { LicenseRowsBuilder } from '../domain/license-rows-builder.ts';
import { ServerAccountsBuilder } from '../domain/server-accounts-builder.ts';
import { CHANNELS, type UsageFacts, type UsageSnapshot } from '../domain/usage-snapshot.ts';
import { PlainAccountLines } from './snapshot-lines/plain-account-lines.ts';
import { PlainRowLines } from './snapshot-lines/plain-row-lines.ts';
import { readLines } from './snapshot-lines/read-lines.ts';
import { parseAccount, storeAccount } from './stored-account.ts';
import { parseLicenseFacts, storeLicenseRow } from './stored-license-row.ts';
import { storedEmail, storedHostName, storedInstant } from './stored-values.ts';

/**
 * A stored usage snapshot is JSON lines: a header, then one account, license row or linked identity per line. Absent fields are
 * unknown ones. Raise the version when a reader of the old shape would misread the new one.
 */
const FORMAT = 'usage-snapshot/1';

const observation = {
  format: z.literal(FORMAT),
  channel: z.enum(CHANNELS),
  observed_at: storedInstant,
};

const snapshotHeader = z.discriminatedUnion('kind', [
  z.object({
    ...observation,
    kind: z.literal('server'),
    host_name: storedHostName,
    server_id: z.string().optional(),
    version: z.string().optional(),
  }),
  z.object({
    ...observation,
    kind: z.literal('cloud'),
    seats_consumed: z.int().optional(),
    seats_purchased: z.int().optional(),
    unidentified_rows: z.int(),
  }),
  z.object({ ...observation, kind: z.literal('identities'), channel: z.literal('graphql') }),
]);

const storedLinkedIdentity = z.object({ login: z.string(), emails: z.array(storedEmail) });

export type SnapshotHeader = z.infer<typeof snapshotHeader>;

/** Takes the parsed first line. Throws ZodError when it is not the header of a snapshot. */
export function parseSnapshotHeader(firstLine: unknown): SnapshotHeader {
  return snapshotHeader.parse(firstLine);
}

function headerOf(snapshot: UsageSnapshot): SnapshotHeader {
  const { channel, observedAt } = snapshot;
  const common = { format: FORMAT, channel, observed_at: observedAt } as const;
  if (snapshot.kind === 'identities') return { ...common, kind: 'identities', channel: 'graphql' };
  if (snapshot.kind === 'cloud') {
    return {
      ...common,
      kind: 'cloud',
      seats_consumed: snapshot.seatsConsumed ?? undefined,
      seats_purchased: snapshot.seatsPurchased ?? undefined,
      unidentified_rows: snapshot.unidentifiedRows,
    };
  }
  const { hostName, serverId, version } = snapshot.instance;
  return {
    ...common,
    kind: 'server',
    host_name: hostName,
    server_id: serverId ?? undefined,
    version: version ?? undefined,
  };
}

/** The first line, without its line feed. */
export function snapshotHeaderLine(snapshot: UsageSnapshot): string {
  return JSON.stringify(headerOf(snapshot));
}

/** The header as the digest covers it: without the date, so that seeing the same again has the same digest. */
export function undatedHeaderLine(snapshot: UsageSnapshot): string {
  return undatedLineOf(headerOf(snapshot));
}

/** The same of a header that was read. */
export function undatedLineOf(header: SnapshotHeader): string {
  return JSON.stringify({ ...header, observed_at: undefined });
}

/** The lines after the header, without their line feeds. Equal snapshots give equal lines. */
export function* snapshotEntryLines(snapshot: UsageSnapshot): Generator<string> {
  if (snapshot.kind === 'identities') {
    for (const { login, emails } of snapshot.identities) yield JSON.stringify({ login, emails });
    return;
  }
  if (snapshot.kind === 'cloud') {
    for (const row of snapshot.rows) yield JSON.stringify(storeLicenseRow(row));
    return;
  }
  for (const account of snapshot.accounts) yield JSON.stringify(storeAccount(account));
}

/** Collects what decides of a stored snapshot. Throws ZodError for what is not of the stored shape. */
export interface SnapshotReader {
  /** Takes lines behind the header, each with its line feed. Throws SyntaxError for one that is no JSON. */
  add(lines: Buffer): void;
  finish(): UsageFacts;
}

/** @param emails by which the addresses of server accounts are numbered; their own when there are none. */
export function snapshotReader(header: SnapshotHeader, emails?: EmailNumbers): SnapshotReader {
  const { channel, observed_at: observedAt } = header;
  if (header.kind === 'identities') {
    const identities: LinkedIdentity[] = [];
    return {
      add: (lines) => readLines(lines, null, (entry) => identities.push(storedLinkedIdentity.parse(entry))),
      finish: () => ({ kind: 'identities', channel: header.channel, observedAt, identities }),
    };
  }
  if (header.kind === 'cloud') {
    const rows = new LicenseRowsBuilder(emails);
    const plain = new PlainRowLines(rows);
    return {
      add: (lines) => readLines(lines, plain, (entry) => rows.add(parseLicenseFacts(entry))),
      finish: () => ({
        kind: 'cloud',
        channel,
        observedAt,
        seatsConsumed: header.seats_consumed ?? null,
        seatsPurchased: header.seats_purchased ?? null,
        unidentifiedRows: header.unidentified_rows,
        rows: rows.build(),
      }),
    };
  }
  const hostName = header.host_name;
  const instance = { hostName, serverId: header.server_id ?? null, version: header.version ?? null };
  const accounts = new ServerAccountsBuilder(emails);
  const plain = new PlainAccountLines(accounts);
  return {
    add: (lines) => readLines(lines, plain, (entry) => accounts.add(parseAccount(entry, hostName))),
    finish: () => ({ kind: 'server', channel, observedAt, instance, accounts: accounts.build(hostName) }),
  };
}
