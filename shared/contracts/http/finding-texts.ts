import type { Finding, FindingKind } from '../../domain/finding.ts';
import type { DifferenceReason } from '../../domain/reconciliation.ts';
import type { SourceId } from '../../domain/usage-snapshot.ts';

/** What a finding is, in words that an owner understands, and what to do. */
export interface FindingText {
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

interface FindingWording {
  readonly title: string;
  readonly meaning: string;
  /** One sentence. */
  readonly fix: (finding: Finding) => string;
}

export const FINDING_TEXTS: Readonly<Record<FindingKind, FindingWording>> = {
  'counted-twice': {
    title: 'Counted twice by GitHub',
    meaning: 'GitHub has not matched accounts of one person, and counts a license for each of them.',
    fix: ({ accounts, emails }) =>
      `Give ${list(accounts)} the same address, ${list(emails)}: verified on the cloud account and primary on ` +
      'every server account, then sync the instances with GitHub again.',
  },
  'likely-same-person': {
    title: 'Likely the same person',
    meaning:
      'The rule keeps these accounts apart, because no primary address links them, but another one does.',
    fix: ({ accounts, emails }) =>
      `Ask whether ${list(accounts)} are one person's, and if so make ${list(emails)} the primary address of ` +
      'every server account and keep only one cloud account.',
  },
  ambiguous: {
    title: 'Ambiguous match',
    meaning: 'Two cloud accounts could be the same person, who can have one; the stronger match was taken.',
    fix: ({ accounts, emails }) =>
      `Find out whose ${list(accounts)} are, and ` +
      (emails.length === 0
        ? 'let only one of the cloud accounts lead to the server accounts.'
        : `let only one person's accounts have ${list(emails)}.`),
  },
  'missing-from-github': {
    title: 'Missing from GitHub',
    meaning: 'The person consumes a license by our sources, and GitHub does not list any of their accounts.',
    fix: ({ accounts, sources }) =>
      `Sync the usage of ${listSources(sources)} with GitHub, which then counts a license for ${list(accounts)}.`,
  },
  'gone-from-instance': {
    title: 'Gone from the instance',
    meaning: 'GitHub still lists accounts that their instance no longer has.',
    fix: ({ accounts, sources }) =>
      `Sync the usage of ${listSources(sources)} with GitHub, which then lists ${list(accounts)} no longer.`,
  },
  'counted-without-consuming': {
    title: 'Counted without consuming',
    meaning: 'GitHub counts a license for accounts that consume none: they are suspended, or system users.',
    fix: ({ accounts, sources }) =>
      `Sync the usage of ${listSources(sources)} with GitHub, and if it still counts a license for ` +
      `${list(accounts)}, show that to GitHub's support.`,
  },
  'dormant-and-consuming': {
    title: 'Dormant and consuming',
    meaning: 'The person has not used any of their accounts for long; dormant accounts consume a license.',
    fix: ({ accounts }) => `Suspend ${list(accounts)} on the instance, then sync it with GitHub.`,
  },
  'no-verified-domain-email': {
    title: 'No address on a verified domain',
    meaning: 'Nothing can match this cloud account with server accounts, so its person may be counted twice.',
    fix: ({ accounts }) =>
      `Verify the domain of your company at GitHub, and have ${list(accounts)} add and verify an address on it or ` +
      'sign in through a linked SAML or SCIM identity.',
  },
  'unknown-state': {
    title: 'Not known whether suspended',
    meaning: 'No source tells whether these accounts are suspended, so they count as consuming a license.',
    fix: ({ accounts, sources }) =>
      `Drop all_users.csv of ${listSources(sources)} or let a sync pull it: it tells whether ${list(accounts)} ` +
      (accounts.length === 1 ? 'is suspended.' : 'are suspended.'),
  },
  'subscription-not-linked': {
    title: 'Visual Studio subscription not linked',
    meaning:
      'The person has a Visual Studio subscription, and GitHub counts a license of the enterprise as well.',
    fix: ({ accounts, emails }) =>
      `Make ${list(emails)} an address of ${list(accounts)}, verified on a cloud account, or match the ` +
      'subscription by hand at GitHub.',
  },
  'usage-encrypted': {
    title: 'Usage encrypted',
    meaning: 'The newest export has its users encrypted, so the accounts are those known before, or none.',
    fix: ({ sources }) =>
      `Drop all_users.csv of ${listSources(sources)}, or an export with its users in plain.`,
  },
  'usage-stale': {
    title: 'Usage out of date',
    meaning:
      'The newest usage is more than a week old, so people who have come or gone since are counted wrong.',
    fix: ({ sources }) => `Sync ${listSources(sources)} now, or drop newer usage of it.`,
  },
  'usage-held': {
    title: 'Usage held',
    meaning:
      'Newer usage would remove an unusual share of the accounts, and waits for an owner to accept it.',
    fix: ({ sources }) =>
      `If so many accounts of ${listSources(sources)} are really gone, accept the upload by POST ` +
      '/uploads/{id}/accept, or what a sync pulled by POST /sync-now with "accept_removals": true.',
  },
  'unidentified-rows': {
    title: 'Rows that name nobody',
    meaning: 'GitHub counts licenses in rows that name no account, or only a user id without its instance.',
    fix: ({ numbers }) =>
      `Pull GitHub's licenses again, and if no more than ${numbers?.counted} of ${numbers?.told} rows name an ` +
      "account, ask GitHub's support who is behind the others.",
  },
  'totals-disagree': {
    title: 'Numbers that disagree',
    meaning: 'A number that GitHub tells is not the number of accounts or people that it lists.',
    fix: ({ accounts, numbers }) =>
      accounts.length === 0
        ? `Pull GitHub's licenses again, and if its total is ${numbers?.told} where it lists ` +
          `${numbers?.counted} people, look for pending invitations, which may consume a license.`
        : `Pull GitHub's licenses again, and if it still says ${numbers?.told} where it names ` +
          `${numbers?.counted} accounts, show ${list(accounts)} to GitHub's support.`,
  },
};

export const DIFFERENCE_TEXTS: Readonly<Record<DifferenceReason, string>> = {
  'counted-twice': 'GitHub has not matched accounts of one person, and counts a license for each of them.',
  'gone-from-instance': 'GitHub counts a license for accounts that their instance no longer has.',
  'missing-from-github': 'People consume a license by our sources, and GitHub lists none of their accounts.',
  'unknown-state':
    'People whom GitHub does not list count as consuming, because no source tells whether they are suspended.',
  suspended: 'GitHub counts a license for people all of whose accounts are suspended by our sources.',
  'system-user': 'GitHub counts a license for a system user of an instance.',
  'unidentified-rows': 'GitHub counts a license for rows that name no account whose person can be told.',
  'github-total': "GitHub's own total is not the number of people that it lists, or was told on another day.",
};

export function findingText(finding: Finding): FindingText {
  const { title, meaning, fix } = FINDING_TEXTS[finding.kind];
  return { title, meaning, fix: fix(finding) };
}

/** A sentence has room for no more. */
const MAX_LISTED = 4;

function list(values: readonly string[]): string {
  const listed = values.length > MAX_LISTED ? values.slice(0, MAX_LISTED - 1) : [...values];
  if (listed.length < values.length) listed.push(`${values.length - listed.length} more`);
  const last = listed.pop() ?? 'none';
  return listed.length === 0 ? last : `${listed.join(', ')} and ${last}`;
}

function listSources(sources: readonly SourceId[]): string {
  return list(sources.map((source) => (source === 'cloud' ? 'GitHub' : source.slice('server:'.length))));
}
