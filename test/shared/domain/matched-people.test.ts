import { describe, expect, test } from 'vitest';
import type { LicenseRow } from '../../../shared/domain/account.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import {
  cloudSnapshot,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { home, one, work } from './describe-people.ts';

describe('the matches of a person', () => {
  const matchesOf = (...snapshots: Parameters<typeof resolve>[0]) =>
    [...resolve(snapshots)].flatMap(({ matches }) => matches);

  test('carry their evidence', () => {
    const snapshots = [
      cloudSnapshot([licenseRow({ login: 'Mona', verifiedEmails: [work] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ];
    expect(matchesOf(...snapshots)).toEqual([
      { rule: 'verified-email', account: 'ghes-a:1', with: '@mona', email: 'mona@example.com' },
    ]);
  });

  test.each([[['ghes-a:1', 'ghes-b:1', 'ghes-b:2']], [['ghes-b:2', 'ghes-b:1', 'ghes-a:1']]])(
    'by a row of GitHub that lists %j are with the first account, in the order of accounts',
    (listed) => {
      const snapshots = [
        cloudSnapshot([licenseRow({ serverAccounts: listed.map(ref) })]),
        serverSnapshot('ghes-a', [serverAccount('ghes-a:1')]),
        serverSnapshot('ghes-b', [serverAccount('ghes-b:1'), serverAccount('ghes-b:2')]),
      ];
      const match = { rule: 'github-match', with: 'ghes-a:1', email: null };
      expect(matchesOf(...snapshots)).toEqual([
        { ...match, account: 'ghes-b:1' },
        { ...match, account: 'ghes-b:2' },
      ]);
    },
  );

  test('are the same whether the NameID tells an address or another attribute', () => {
    const servers = [
      serverSnapshot('ghes-a', [one('ghes-a:1', home)]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
    ];
    const matches = matchesOf(
      cloudSnapshot([licenseRow({ login: 'mona', samlNameId: work })]),
      identitiesSnapshot([{ login: 'mona', emails: [home] }]),
      ...servers,
    );
    expect(matches.map(({ email: shared }) => shared)).toEqual([work, home]);
    expect(matches).toEqual(
      matchesOf(
        cloudSnapshot([licenseRow({ login: 'mona' })]),
        identitiesSnapshot([{ login: 'mona', emails: [work, home] }]),
        ...servers,
      ),
    );
  });
});

describe('ambiguities', () => {
  const login = (index: number) => `user-${String(index).padStart(3, '0')}`;
  const rowsOf = (length: number, factsOf: (index: number) => Partial<LicenseRow>) =>
    Array.from({ length }, (_, index) => licenseRow({ login: login(index), ...factsOf(index) }));

  test('name the match that was refused and both cloud accounts', () => {
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

  test('of two cloud accounts are one, under the strongest rule', () => {
    const rows = rowsOf(2, () => ({ samlNameId: work, verifiedEmails: [work, home] }));
    const people = resolve([
      cloudSnapshot(rows),
      serverSnapshot('ghes-a', [one('ghes-a:1'), one('ghes-a:2', home)]),
    ]);
    const ambiguities = [...people].flatMap((person) => person.ambiguities);
    expect(ambiguities.map(({ refused }) => refused.rule)).toEqual(['linked-identity']);
  });

  test('of two pairs are two, however many cloud accounts there are', () => {
    const rows = rowsOf(113, (index) => {
      if (index === 1 || index === 112) return { samlNameId: work };
      return index === 11 || index === 12 ? { samlNameId: home } : {};
    });
    const people = resolve([
      cloudSnapshot(rows),
      serverSnapshot('ghes-a', [one('ghes-a:1'), one('ghes-a:2', home)]),
    ]);
    const pairs = [...people].flatMap(({ ambiguities }) =>
      ambiguities.map(({ cloudAccounts }) => cloudAccounts),
    );
    expect(pairs).toEqual([
      ['@user-001', '@user-112'],
      ['@user-011', '@user-012'],
    ]);
  });

  test('of one person beyond the first 50 are not named', () => {
    const rows = rowsOf(60, () => ({ samlNameId: work }));
    const [person] = resolve([cloudSnapshot(rows), serverSnapshot('ghes-a', [one('ghes-a:1')])]);
    expect(person?.ambiguities).toHaveLength(50);
    expect(person?.ambiguities[0]?.cloudAccounts).toEqual(['@user-000', '@user-001']);
  });
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
    [
      'not the address of a system user that GitHub lists with the account of a human',
      [
        cloudSnapshot([licenseRow({ serverAccounts: [ref('ghes-a:1'), ref('ghes-a:2')] })]),
        serverSnapshot('ghes-a', [
          serverAccount('ghes-a:1', { primaryEmail: work, systemUser: 'ghost' }),
          at('ghes-a:2', home),
        ]),
      ],
      'email:mona@home.example',
    ],
    [
      'the smallest wherever it stands, and not an account without any',
      [
        cloudSnapshot([licenseRow({ serverAccounts: [ref('ghes-a:1'), ref('ghes-a:2'), ref('ghes-a:3')] })]),
        serverSnapshot('ghes-a', [at('ghes-a:1', null), at('ghes-a:2', work), at('ghes-a:3', home)]),
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
