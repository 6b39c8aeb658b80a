export const findings = {
  title: 'Findings',
  lead: 'What to look at and what can be got back, each with its evidence and what to do.',
  download: 'Download findings (CSV)',
  count: { one: '{count} finding', other: '{count} findings' },
  none: 'Nothing to look at',
  'none-so': 'No finding is like that',
  'show-all': 'Show all findings',
  filters: 'Filter findings',
  kind: 'Kind',
  'every-kind': 'Every kind',
  source: 'Source',
  'every-source': 'Every source',
  cloud: 'GitHub Enterprise Cloud',
  show: 'Show',
  'show-open': 'Open',
  'show-dismissed': 'Dismissed',
  'show-both': 'Open and dismissed',
  found: 'Found',
  recoverable: 'Licenses recoverable',
  'seats-recoverable': {
    one: 'Up to {count} license can be got back',
    other: 'Up to {count} licenses can be got back',
  },
  'seats-recoverable-lead':
    'That many licenses GitHub would count less, once all is put right. One person may be in several findings. Dismissed ones are counted.',
  'by-kind': 'Findings by kind',
  seats: { one: '{count} license', other: '{count} licenses' },
  'what-to-do': 'What to do:',
  'first-seen': 'First seen {instant}',
  accounts: 'Accounts',
  addresses: 'Addresses',
  sources: 'Sources',
  people: 'People',
  'about-person': 'Only findings about one person.',
  'show-person': 'Show the person',
  person: 'Person {number}',
  numbers: 'Numbers',
  'told-and-counted': 'GitHub says {told}, and lists {counted}',
  more: { one: 'and {count} more', other: 'and {count} more' },
  dismiss: 'Dismiss',
  'dismiss-title': 'Dismiss this finding',
  reason: 'Reason',
  'reason-hint': 'It is shown to other owners, with your login. The finding can be brought back.',
  'reason-needed': 'Say why, in at most 500 characters.',
  'was-dismissed': 'The finding was dismissed.',
  'bring-back': 'Bring back',
  'was-brought-back': 'The finding was brought back.',
  'dismissed-by': 'Dismissed by {login} on {instant}: {reason}',
  'counted-twice.title': 'Counted twice by GitHub',
  'counted-twice.meaning':
    'GitHub has not matched accounts of one person, and counts a license for each of them.',
  'counted-twice.fix':
    'Give these accounts the same address: verified on the cloud account, and primary on every server account. Then sync the instances with GitHub again.',
  'likely-same-person.title': 'Likely the same person',
  'likely-same-person.meaning':
    'The rule keeps these accounts apart, because no primary address links them, but another one does.',
  'likely-same-person.fix':
    'Ask whether these accounts are one person’s. If so, make the address the primary one of every server account, and keep only one cloud account.',
  'ambiguous.title': 'Ambiguous match',
  'ambiguous.meaning':
    'Two cloud accounts could be the same person, who can have one; the stronger match was taken.',
  'ambiguous.fix':
    'Find out whose these accounts are. Let only one person’s accounts have the address, or only one of the cloud accounts lead to the server accounts.',
  'missing-from-github.title': 'Missing from GitHub',
  'missing-from-github.meaning':
    'The person consumes a license by our sources, and GitHub does not list any of their accounts.',
  'missing-from-github.fix':
    'Sync the usage of the instances with GitHub, which then counts a license for these accounts.',
  'gone-from-instance.title': 'Gone from the instance',
  'gone-from-instance.meaning': 'GitHub still lists accounts that their instance no longer has.',
  'gone-from-instance.fix':
    'Sync the usage of the instances with GitHub, which then lists these accounts no longer.',
  'dormant-and-consuming.title': 'Dormant and consuming',
  'dormant-and-consuming.meaning':
    'The person has not used any of their accounts for long; dormant accounts consume a license.',
  'dormant-and-consuming.fix': 'Suspend these accounts on the instance, then sync it with GitHub.',
  'no-verified-domain-email.title': 'No address on a verified domain',
  'no-verified-domain-email.meaning':
    'Nothing can match this cloud account with server accounts, so its person may be counted twice.',
  'no-verified-domain-email.fix':
    'Verify the domain of your company at GitHub, and have the person add and verify an address on it, or sign in through a linked SAML or SCIM identity.',
  'unknown-state.title': 'Not known whether suspended',
  'unknown-state.meaning':
    'No source tells whether these accounts are suspended, so they count as consuming a license.',
  'unknown-state.fix':
    'Add all_users.csv of the instance, or let a sync pull it: it tells whether an account is suspended.',
  'subscription-not-linked.title': 'Visual Studio subscription not linked',
  'subscription-not-linked.meaning':
    'The person has a Visual Studio subscription, and GitHub counts a license of the enterprise as well.',
  'subscription-not-linked.fix':
    'Make the address one of these accounts’, verified on a cloud account, or match the subscription by hand at GitHub.',
  'usage-encrypted.title': 'Usage encrypted',
  'usage-encrypted.meaning':
    'The newest export has its users encrypted, so the accounts are those known before, or none.',
  'usage-encrypted.fix': 'Add all_users.csv of the instance, or an export with its users in plain.',
  'usage-stale.title': 'Usage out of date',
  'usage-stale.meaning':
    'The newest usage is more than a week old, so people who have come or gone since are counted wrong.',
  'usage-stale.fix': 'Sync the source now, or add newer usage of it.',
  'usage-held.title': 'Usage held',
  'usage-held.meaning':
    'Newer usage would remove an unusual share of the accounts, and waits for an owner to accept it.',
  'usage-held.fix': 'If so many accounts are really gone, accept it under Enterprise Server instances.',
  'totals-disagree.title': 'Numbers that disagree',
  'totals-disagree.meaning':
    'A number that GitHub tells is not the number of accounts or people that it lists.',
  'totals-disagree.fix':
    'Sync the cloud again. If the numbers still differ, look for pending invitations, or show the accounts to GitHub Support.',
  'counted-without-consuming.title': 'Counted without consuming',
  'counted-without-consuming.meaning':
    'GitHub counts a license for accounts that consume none: they are suspended, or system users.',
  'counted-without-consuming.fix':
    'Sync the usage of the instances with GitHub. If it still counts a license for these accounts, show that to GitHub Support.',
  'unidentified-rows.title': 'Rows that name nobody',
  'unidentified-rows.meaning':
    'GitHub counts licenses in rows that name no account, or only a user id without its instance.',
  'unidentified-rows.fix':
    'Sync the cloud again. If rows still name no account, ask GitHub Support who is behind them.',
} as const;
