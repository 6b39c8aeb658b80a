import { stringify } from 'csv-stringify/sync';
import type { ServerUser } from '../planted.ts';
import { inBatches } from './batches.ts';

type Column = readonly [header: string, value: (user: ServerUser) => string | number];

/** The columns of `all_users.csv` in GitHub's order. */
const COLUMNS: readonly Column[] = [
  ['created_at', (user) => user.createdAt],
  ['id', (user) => user.userId],
  ['login', (user) => user.login],
  ['email', (user) => user.primaryEmail ?? ''],
  ['role', (user) => (user.siteAdmin ? 'admin' : 'user')],
  ['suspended?', (user) => String(user.suspended)],
  ['last_logged_ip', (user) => user.lastLoggedIp],
  ['repos', (user) => user.repositories],
  ['ssh_keys', (user) => user.sshKeys],
  ['org_memberships', (user) => user.organizations],
  ['dormant?', (user) => String(user.dormant)],
  ['last_active', (user) => user.lastActive ?? ''],
  ['raw_login', rawLogin],
  ['2fa_enabled?', (user) => String(user.twoFactor)],
];

/** The report of all users that a site admin downloads from an instance. */
export function* usersReport(users: Iterable<ServerUser>): Generator<string> {
  yield stringify([COLUMNS.map(([header]) => header)]);
  yield* inBatches(users, (batch) => stringify(batch.map((user) => COLUMNS.map(([, value]) => value(user)))));
}

/** JSON within a cell, quotes and commas and all. */
function rawLogin(user: ServerUser): string {
  return user.name === '' ? '' : JSON.stringify({ uid: user.login, name: user.name, provider: 'saml' });
}
