import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MovingLicenseRows } from '../../../../shared/contracts/github/moving-license-rows.ts';
import { consumedLicenseRow } from '../../../../shared/contracts/usage-file/cloud/consumed-license-row.ts';
import { licenseRowOf } from '../../../../shared/contracts/usage-file/cloud/license-row-of.ts';
import { SharedStrings } from '../../../../shared/contracts/usage-file/cloud/shared-strings.ts';
import type { LicenseRow } from '../../../../shared/domain/account.ts';

interface Told {
  readonly login?: string;
  readonly ids?: readonly string[];
  readonly subscription?: string;
}

function row({ login, ids, subscription }: Told): LicenseRow {
  const wire = consumedLicenseRow.parse({
    github_com_login: login,
    enterprise_server_user_ids: ids,
    visual_studio_subscription_user: subscription !== undefined,
    visual_studio_subscription_email: subscription,
  });
  return licenseRowOf(wire, new SharedStrings());
}

function told({ login, serverAccounts, visualStudio }: LicenseRow): Told {
  const ids = serverAccounts.map(({ hostName, userId }) => `${hostName ?? ''}:${userId}`.replace(/^:/, ''));
  return {
    ...(login !== null && { login }),
    ...(ids.length > 0 && { ids }),
    ...(visualStudio?.email && { subscription: visualStudio.email }),
  };
}

function afterPages(...pages: readonly (readonly Told[])[]) {
  const rows = new MovingLicenseRows();
  const outcomes = pages.map((page) => rows.addPage(page.map(row)));
  return { rows: rows.takeSorted().map(told), unidentified: rows.unidentified, outcomes };
}

describe('a row that comes again on a later page', () => {
  test.each<[string, Told[], Told[], Told[]]>([
    [
      'by its login',
      [{ login: 'mona', ids: ['a:1'] }],
      [{ login: 'MONA', ids: ['a:2'] }],
      [{ login: 'MONA', ids: ['a:2'] }],
    ],
    ['by its server account', [{ ids: ['a:1'] }], [{ ids: ['a:1', 'b:2'] }], [{ ids: ['a:1', 'b:2'] }]],
    [
      'matched meanwhile',
      [{ ids: ['a:1'] }],
      [{ login: 'mona', ids: ['a:1'] }],
      [{ login: 'mona', ids: ['a:1'] }],
    ],
    [
      'parted meanwhile',
      [{ login: 'mona', ids: ['a:1', 'a:2'] }],
      [{ ids: ['a:2'] }],
      [{ login: 'mona', ids: ['a:1'] }, { ids: ['a:2'] }],
    ],
    [
      'parted from all its accounts',
      [{ login: 'mona', ids: ['a:1'] }],
      [{ ids: ['a:1'] }],
      [{ login: 'mona' }, { ids: ['a:1'] }],
    ],
    [
      'joined of two',
      [{ ids: ['a:1'] }, { ids: ['b:2'] }],
      [{ ids: ['a:1', 'b:2'] }],
      [{ ids: ['a:1', 'b:2'] }],
    ],
    [
      'a subscription that is the same',
      [{ subscription: 'm@example.com' }],
      [{ subscription: 'm@example.com' }],
      [{ subscription: 'm@example.com' }],
    ],
    ['a bare id that is the same', [{ ids: ['7'] }], [{ ids: ['7'] }], [{ ids: ['7'] }]],
  ])('%s', (_, first, second, expected) => {
    expect(afterPages(first, second).rows).toEqual(expected);
  });
});

test('one instance is not another, and a bare id may be of any', () => {
  const rows = [
    { ids: ['7'] },
    { ids: ['7'], subscription: 'm@example.com' },
    { ids: ['a:7'] },
    { ids: ['b:7'] },
  ];
  expect(afterPages(rows.slice(0, 2), rows.slice(2)).rows).toHaveLength(4);
});

test('two alike rows without an account of their own may be on one page', () => {
  const subscriptions = [{ subscription: 'm@example.com' }, { subscription: 'm@example.com' }];
  expect(afterPages(subscriptions)).toMatchObject({ rows: subscriptions, outcomes: ['added'] });
});

test.each<[string, Told[]]>([
  ['a login', [{ login: 'mona' }, { login: 'Mona' }]],
  ['a server account', [{ login: 'mona', ids: ['a:1'] }, { ids: ['A:1'] }]],
])('two rows of one page that name %s contradict each other', (_, page) => {
  expect(afterPages(page).outcomes).toEqual(['contradictory']);
});

test('a page is told to bring nothing new when all its rows were there', () => {
  const { outcomes, unidentified } = afterPages(
    [{ login: 'mona' }],
    [{ login: 'mona' }],
    [{}],
    [{ login: 'lisa' }],
  );
  expect(outcomes).toEqual(['added', 'nothing-new', 'added', 'added']);
  expect(unidentified).toBe(1);
});

test('whoever is there from the first page to the last is there once, whoever joins meanwhile', () => {
  const joins = fc.array(fc.nat({ max: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 5, max: 7 }),
      joins,
      (people, size, arrivals) => {
        const listing: Told[] = Array.from({ length: people }, (_, n) => ({
          login: `user-${n}`,
          ids: [`a:${n + 1}`],
        }));
        const throughout = [...listing];
        const pages: Told[][] = [];
        for (let from = 0; from < listing.length; from += size) {
          pages.push(listing.slice(from, from + size));
          const newcomers = Array.from({ length: arrivals[pages.length] ?? 0 }, (_, n) => ({
            login: `new-${pages.length}-${n}`,
          }));
          listing.unshift(...newcomers);
        }
        const { rows, outcomes } = afterPages(...pages);
        const known = rows.filter(({ login }) => login?.startsWith('user-'));
        expect(new Set(known.map(({ login }) => login))).toEqual(
          new Set(throughout.map(({ login }) => login)),
        );
        expect(known).toHaveLength(people);
        expect(outcomes).not.toContain('contradictory');
      },
    ),
  );
});
