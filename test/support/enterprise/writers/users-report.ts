import { stringify } from 'csv-stringify/sync';
import type { ServerUser } from '../planted.ts';
import { inBatches } from './batches.ts';

/** A user of whom the report may leave blank what nothing tells. */
export type ReportedUser = Omit<ServerUser, 'suspended' | 'dormant'> & {
  readonly suspended: boolean | null;
  readonly dormant: boolean | null;
};

type Column = readonly [header: string, value: (user: ReportedUser) => string | number];

/** The columns of `all_users.csv` in GitHub's order. */
const COLUMNS: readonly Column[] = [
  ['created_at', (user) => user.createdAt],
  ['id', (user) => user.userId],
  ['login', (user) => user.login],
  ['email', (user) => user.primaryEmail ?? ''],
  ['role', (user) => (user.siteAdmin ? 'admin' : 'user')],
  ['suspended?', (user) => flag(user.suspended)],
  ['last_logged_ip', (user) => user.lastLoggedIp],
  ['repos', (user) => user.repositories],
  ['ssh_keys', (user) => user.sshKeys],
  ['org_memberships', (user) => user.organizations],
  ['dormant?', (user) => flag(user.dormant)],
  ['last_active', (user) => user.lastActive ?? ''],
  ['raw_login', rawLogin],
  ['2fa_enabled?', (user) => String(user.twoFactor)],
];

/** The report of all users that a site admin downloads from an instance. */
export function* usersReport(users: Iterable<ReportedUser>): Generator<string> {
  yield stringify([COLUMNS.map(([header]) => header)]);
  yield* inBatches(users, (batch) => stringify(batch.map((user) => COLUMNS.map(([, value]) => value(user)))));
}

function flag(value: boolean | null): string {
  return value === null ? '' : String(value);
}

/** JSON within a cell, quotes and commas and all. */
function rawLogin(user: ReportedUser): string {
  return user.name === '' ? '' : JSON.stringify({ uid: user.login, name: user.name, provider: 'saml' });
}
