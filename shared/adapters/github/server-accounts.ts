import {
  ACCOUNT_EMAILS_QUERY,
  accountEmailsAnswer,
  areTooCrowded,
  SERVER_ACCOUNTS_QUERY,
  serverAccountOf,
  serverAccountsAnswer,
  type WireEmail,
  type WireUserAccount,
} from '../../contracts/github/server-accounts.ts';
import type { ServerAccount } from '../../domain/account.ts';
import { serverAccountsOf } from '../../domain/server-accounts-builder.ts';
import type { ServerUsageSnapshot } from '../../domain/usage-snapshot.ts';
import type { ServerInstallation } from '../../github-ports.ts';
import type { GitHubClient } from './client.ts';
import { connectionPages } from './connection-pages.ts';
import { pullFailure } from './pull-failures.ts';
import { lastUploadedAt } from './server-installations.ts';

const WHAT = 'accounts of an installation';

/** All accounts of one upload, or PullError: an upload that came in while they were read has mixed two. */
export async function pullServerAccounts(
  client: GitHubClient,
  { id, hostName, uploadedAt }: ServerInstallation & { readonly uploadedAt: string },
): Promise<ServerUsageSnapshot> {
  const byUserId = new Map<number, ServerAccount>();
  for await (const page of accountPages(client, id)) {
    for (const account of page) {
      const emails = await emailsOf(client, account);
      byUserId.set(account.remoteUserId, serverAccountOf(account, emails, hostName));
    }
  }
  if ((await lastUploadedAt(client, id)) !== uploadedAt) {
    throw pullFailure('incomplete-answer', WHAT, 'another upload came in meanwhile');
  }
  if (areTooCrowded(byUserId.values())) {
    throw pullFailure(
      'unreadable-answer',
      WHAT,
      'too many addresses of one account, or accounts of one address',
    );
  }
  return {
    kind: 'server',
    channel: 'graphql',
    observedAt: uploadedAt,
    instance: { hostName, serverId: null, version: null },
    accounts: serverAccountsOf(hostName, byUserId.values()),
  };
}

/** Between uploads nobody comes or goes: every page counts the same accounts, and each of them comes. */
async function* accountPages(client: GitHubClient, id: string): AsyncGenerator<readonly WireUserAccount[]> {
  const ids = new Set<string>();
  const counts = new Set<number>();
  const pages = connectionPages(async (after, asked) => {
    const query = { query: SERVER_ACCOUNTS_QUERY, variables: { id, after }, answer: serverAccountsAnswer };
    const { node } = await client.ask(query, asked);
    if (node === null) throw pullFailure('not-found', asked);
    counts.add(node.userAccounts.totalCount);
    return node.userAccounts;
  }, WHAT);
  for await (const page of pages) {
    for (const account of page) ids.add(account.id);
    yield page;
  }
  if (counts.size > 1 || !counts.has(ids.size)) {
    throw pullFailure('incomplete-answer', WHAT, `${ids.size} of ${[...counts].join(' or ')} came`);
  }
}

/** Those that came with the account are all, for nearly everybody. */
async function emailsOf(
  client: GitHubClient,
  { id, emails }: WireUserAccount,
): Promise<readonly WireEmail[]> {
  const all: WireEmail[] = [];
  const pages = connectionPages(async (after, asked) => {
    if (after === null) return emails;
    const query = { query: ACCOUNT_EMAILS_QUERY, variables: { id, after }, answer: accountEmailsAnswer };
    const { node } = await client.ask(query, asked);
    if (node === null) throw pullFailure('not-found', asked);
    return node.emails;
  }, 'addresses of an account');
  for await (const page of pages) all.push(...page);
  return all;
}
