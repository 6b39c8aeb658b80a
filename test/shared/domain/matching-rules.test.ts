import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';

interface Case {
  readonly policy: string;
  readonly snapshots: readonly UsageSnapshot[];
  /** The people, each as its accounts, `@login` or `host:id`. */
  readonly people: readonly (readonly string[])[];
  readonly rules?: readonly string[];
  readonly ambiguities?: number;
}

const work = email('mona@example.com');
const home = email('mona@home.example');

function one(account: string, primary = work) {
  return serverAccount(account, { primaryEmail: primary });
}

const CASES: readonly Case[] = [
  {
    policy: "GitHub's own match: the row of a cloud account lists the server account",
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-a:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['github-match'],
  },
  {
    policy: "GitHub's own match: a row without a cloud account lists accounts of two instances",
    snapshots: [
      cloudSnapshot([licenseRow({ serverAccounts: [ref('ghes-a:1'), ref('ghes-b:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', home)]),
    ],
    people: [['ghes-a:1', 'ghes-b:1']],
    rules: ['github-match'],
  },
  {
    policy: 'a match of GitHub with an account that the instance no longer has matches nobody',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-a:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:2')]),
    ],
    people: [['@mona'], ['ghes-a:2']],
    rules: [],
  },
  {
    policy: 'an account that GitHub lists on an instance without a snapshot exists all the same',
    snapshots: [cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-x:7')] })])],
    people: [['@mona', 'ghes-x:7']],
    rules: ['github-match'],
  },
  {
    policy: 'a linked SAML attribute of a cloud account equals the primary email',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', samlNameId: ' Mona@Example.com ' })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['linked-identity'],
  },
  {
    policy:
      'a linked SCIM or SAML attribute other than the NameID equals the primary email, in any case of the login',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'Mona', samlNameId: 'mona' })]),
      identitiesSnapshot([{ login: 'mona', emails: [home, work] }]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', home)]),
    ],
    people: [['@Mona', 'ghes-a:1', 'ghes-b:1']],
    rules: ['linked-identity', 'linked-identity'],
  },
  {
    policy: 'an identity of a login that has no license row makes nobody',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona' })]),
      identitiesSnapshot([{ login: 'hubot', emails: [work] }]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona'], ['ghes-a:1']],
    rules: [],
  },
  {
    policy: 'identities that are newer than the license rows decide nothing about which accounts exist',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona' })]),
      identitiesSnapshot([], '2026-03-09T00:00:00.000Z'),
    ],
    people: [['@mona']],
    rules: [],
  },
  {
    policy: "for managed users a subscription's address equals the linked identity's",
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'mona' }),
        licenseRow({ visualStudio: { email: home, status: null } }),
      ]),
      identitiesSnapshot([{ login: 'mona', emails: [home] }]),
    ],
    people: [['@mona']],
    rules: [],
  },
  {
    policy: 'a verified email of a cloud account equals the primary email',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [work] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['verified-email'],
  },
  {
    policy: 'only the primary email matches: a further email does not',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [work] })]),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: home, furtherEmails: [work] })]),
    ],
    people: [['@mona'], ['ghes-a:1']],
    rules: [],
  },
  {
    policy: 'the same primary email on another instance is one person, without a cloud account',
    snapshots: [
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:9')]),
      serverSnapshot('ghes-c', [one('ghes-c:9', home)]),
    ],
    people: [['ghes-a:1', 'ghes-b:9'], ['ghes-c:9']],
    rules: ['same-primary-email'],
  },
  {
    policy: 'no plus-address and no dot folding',
    snapshots: [
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', email('mona+work@example.com'))]),
      serverSnapshot('ghes-c', [one('ghes-c:1', email('m.ona@example.com'))]),
    ],
    people: [['ghes-a:1'], ['ghes-b:1'], ['ghes-c:1']],
    rules: [],
  },
  {
    policy: 'two candidates: the stronger rule wins and the loser is named',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a-verified', verifiedEmails: [work] }),
        licenseRow({ login: 'b-saml', samlNameId: work }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@a-verified'], ['@b-saml', 'ghes-a:1']],
    rules: ['linked-identity'],
    ambiguities: 1,
  },
  {
    policy: 'two candidates of one rule: the smaller login wins and the loser is named',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a', samlNameId: work, verifiedEmails: [work] }),
        licenseRow({ login: 'b', samlNameId: work, verifiedEmails: [work] }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@a', 'ghes-a:1'], ['@b']],
    rules: ['linked-identity'],
    ambiguities: 1,
  },
  {
    policy: 'two accounts of one address that GitHub gives to two people stay apart, as an ambiguity',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a', serverAccounts: [ref('ghes-a:1')] }),
        licenseRow({ login: 'b', serverAccounts: [ref('ghes-b:1')] }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
    ],
    people: [
      ['@a', 'ghes-a:1'],
      ['@b', 'ghes-b:1'],
    ],
    rules: ['github-match', 'github-match'],
    ambiguities: 1,
  },
  {
    policy: 'nobody is behind a system user, whatever address it has',
    snapshots: [
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { systemUser: 'ghost', primaryEmail: work })]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
    ],
    people: [['ghes-a:1'], ['ghes-b:1']],
    rules: [],
  },
];

function accountsOf(snapshots: readonly UsageSnapshot[]): string[][] {
  return [...resolve(snapshots)].map((person) => [
    ...(person.cloudAccount === null ? [] : [`@${person.cloudAccount.login}`]),
    ...person.serverAccounts.map((account) => `${account.hostName}:${account.userId}`),
  ]);
}

describe('the accounts of one person', () => {
  test.each(CASES)('$policy', ({ snapshots, people, rules = [], ambiguities = 0 }) => {
    expect(accountsOf(snapshots)).toEqual(people);
    const resolved = [...resolve(snapshots)];
    expect(resolved.flatMap((person) => person.matches.map((match) => match.rule))).toEqual(rules);
    expect(resolved.flatMap((person) => person.ambiguities)).toHaveLength(ambiguities);
  });
});

test('a match carries its evidence', () => {
  const [person] = resolve([
    cloudSnapshot([licenseRow({ login: 'Mona', verifiedEmails: [work] })]),
    serverSnapshot('ghes-a', [one('ghes-a:1')]),
  ]);
  expect(person?.matches).toEqual([
    { rule: 'verified-email', account: 'ghes-a:1', with: '@mona', email: 'mona@example.com' },
  ]);
});

test('an ambiguity names the match that was refused and both cloud accounts', () => {
  const [, second] = resolve([
    cloudSnapshot([
      licenseRow({ login: 'a', verifiedEmails: [work] }),
      licenseRow({ login: 'b', samlNameId: work }),
    ]),
    serverSnapshot('ghes-a', [one('ghes-a:1')]),
  ]);
  expect(second?.ambiguities).toEqual([
    {
      refused: { rule: 'verified-email', account: 'ghes-a:1', with: '@a', email: 'mona@example.com' },
      cloudAccounts: ['@a', '@b'],
    },
  ]);
});

test('of very many ambiguities of one person the first 50 are named', () => {
  const login = (index: number) => `user-${String(index).padStart(3, '0')}`;
  const rows = Array.from({ length: 60 }, (_, index) =>
    licenseRow({ login: login(index), samlNameId: work }),
  );
  const [person] = resolve([cloudSnapshot(rows), serverSnapshot('ghes-a', [one('ghes-a:1')])]);
  expect(person?.ambiguities).toHaveLength(50);
  expect(person?.ambiguities[0]?.cloudAccounts).toEqual(['@user-000', '@user-001']);
});

describe('the key a person is known by', () => {
  const at = (account: string, primaryEmail: typeof work | null) => serverAccount(account, { primaryEmail });
  test.each([
    ['the cloud login in lower case', [cloudSnapshot([licenseRow({ login: 'Mona' })])], 'login:mona'],
    ['else the primary email', [serverSnapshot('ghes-a', [at('ghes-a:1', work)])], 'email:mona@example.com'],
    [
      'the smallest of several primary emails',
      [
        cloudSnapshot([licenseRow({ serverAccounts: [ref('ghes-a:1'), ref('ghes-a:2')] })]),
        serverSnapshot('ghes-a', [at('ghes-a:1', home), at('ghes-a:2', work)]),
      ],
      'email:mona@example.com',
    ],
    ['else the account', [serverSnapshot('ghes-a', [at('ghes-a:1', null)])], 'account:ghes-a:1'],
    [
      'else the subscription',
      [cloudSnapshot([licenseRow({ visualStudio: { email: work, status: null } })])],
      'visual-studio:mona@example.com',
    ],
  ] as const)('%s', (_, snapshots, key) => {
    expect([...resolve(snapshots)].map((person) => person.key)).toEqual([key]);
  });
});
