import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { cloudUsage, csvOf, LICENSE_ROW, licensePage, rejection } from './files.ts';

const OPENAPI = createRequire(import.meta.url).resolve('@octokit/openapi/generated/ghec.deref.json');

async function gitHubsExample(): Promise<unknown> {
  const example = z.object({ value: z.unknown() });
  const content = z.object({ 'application/json': z.object({ examples: z.object({ default: example }) }) });
  const operation = z.object({ get: z.object({ responses: z.object({ 200: z.object({ content }) }) }) });
  const description = z.object({
    paths: z.object({ '/enterprises/{enterprise}/consumed-licenses': operation }),
  });
  const { paths } = description.parse(JSON.parse(await readFile(OPENAPI, 'utf8')));
  const { responses } = paths['/enterprises/{enterprise}/consumed-licenses'].get;
  return responses[200].content['application/json'].examples.default.value;
}

async function rowOf(row: object) {
  const { rows } = await cloudUsage(licensePage([{ github_com_login: 'mona', ...row }]));
  return rows[0];
}

describe('consumed licenses as JSON', () => {
  test("GitHub's own example: two people, three server accounts", async () => {
    const usage = await cloudUsage(JSON.stringify(await gitHubsExample()));
    expect(usage).toMatchObject({
      channel: 'rest',
      seatsConsumed: 5000,
      seatsPurchased: 4500,
      unidentifiedRows: 0,
    });
    expect(usage.rows).toEqual([
      {
        login: 'monalisa',
        serverAccounts: [
          { hostName: 'example_host_name.com', userId: 123 },
          { hostName: 'example_host_name_2', userId: 222 },
        ],
        serverPrimaryEmails: ['monalisa@github.com'],
        verifiedEmails: ['monalisa@github.com'],
        samlNameId: 'monalisa',
        licenseType: 'enterprise',
        visualStudio: null,
        totalUserAccounts: 3,
        details: {
          name: 'Mona Lisa',
          profile: 'https://github.com/monalisa',
          memberRoles: ['org1:Owner', 'org2:Owner'],
          enterpriseRoles: ['owner'],
          organizationsWithPendingInvites: ['org1', 'org2'],
          twoFactorAuth: true,
          twoFactorAuthRequiredBy: null,
          costCenter: null,
          securityProducts: null,
        },
      },
      {
        login: null,
        serverAccounts: [{ hostName: 'example_host_name', userId: 123 }],
        serverPrimaryEmails: ['hubot@example.com'],
        verifiedEmails: [],
        samlNameId: null,
        licenseType: 'enterprise',
        visualStudio: null,
        totalUserAccounts: 1,
        details: {
          name: null,
          profile: null,
          memberRoles: [],
          enterpriseRoles: [],
          organizationsWithPendingInvites: [],
          twoFactorAuth: null,
          twoFactorAuthRequiredBy: null,
          costCenter: null,
          securityProducts: null,
        },
      },
    ]);
  });

  test('every field of a row is read', async () => {
    const { rows } = await cloudUsage(licensePage([LICENSE_ROW]));
    expect(rows).toEqual([ROW]);
  });

  test.each([
    [
      'enterprise_server_emails',
      { enterprise_server_emails: ['a@x.io'] },
      { serverPrimaryEmails: ['a@x.io'] },
    ],
    [
      'both names of the addresses, united',
      { enterprise_server_emails: ['b@x.io', 'a@x.io'], enterprise_server_primary_emails: ['A@x.io'] },
      { serverPrimaryEmails: ['a@x.io', 'b@x.io'] },
    ],
    [
      'an address that is none',
      { github_com_verified_domain_emails: ['mona', 'a@x.io'] },
      { verifiedEmails: ['a@x.io'] },
    ],
    ['the license type in another case', { license_type: 'ENTERPRISE' }, { licenseType: 'enterprise' }],
    ['a license type nobody has heard of', { license_type: 'Platinum' }, { licenseType: null }],
    [
      'host:id',
      { enterprise_server_user_ids: ['GHES.io:7'] },
      { serverAccounts: [{ hostName: 'ghes.io', userId: 7 }] },
    ],
    [
      'host:port:id',
      { enterprise_server_user_ids: ['ghes.io:8443:7'] },
      { serverAccounts: [{ hostName: 'ghes.io', userId: 7 }] },
    ],
    [
      'id:host:role',
      { enterprise_server_user_ids: ['71:octodemo.com:Member'] },
      { serverAccounts: [{ hostName: 'octodemo.com', userId: 71 }] },
    ],
    [
      'a bare id',
      { enterprise_server_user_ids: ['71'] },
      { serverAccounts: [{ hostName: null, userId: 71 }] },
    ],
    [
      'server accounts in any order, some twice',
      { enterprise_server_user_ids: ['b.io:3', 'a.io:20', 'a.io:3', '20:a.io:Owner'] },
      {
        serverAccounts: [
          { hostName: 'a.io', userId: 3 },
          { hostName: 'a.io', userId: 20 },
          { hostName: 'b.io', userId: 3 },
        ],
      },
    ],
    [
      'a subscription without address',
      { visual_studio_subscription_user: true },
      { visualStudio: { email: null, status: null } },
    ],
    [
      'the address of no subscription',
      { visual_studio_subscription_user: false, visual_studio_subscription_email: 'a@x.io' },
      { visualStudio: null },
    ],
    [
      'a role in the singular',
      { github_com_enterprise_role: 'owner' },
      { details: { enterpriseRoles: ['owner'] } },
    ],
    [
      'unknown keys',
      { github_com_enterprise_teams: [{ slug: 'x' }], ghe_license_active: true },
      { login: 'mona' },
    ],
    ['nothing else', {}, { serverAccounts: [], totalUserAccounts: null, details: { twoFactorAuth: null } }],
  ])('a row may have %s', async (_, row, expected) => {
    expect(await rowOf(row)).toMatchObject(expected);
  });

  test.each(Object.keys(LICENSE_ROW).filter((key) => key !== 'github_com_login'))(
    'null and "" mean the same as no %s',
    async (key) => {
      const without = await rowOf({});
      expect(await rowOf({ [key]: null })).toEqual(without);
      expect(await rowOf({ [key]: '' })).toEqual(without);
    },
  );

  test('a row that names nobody is counted only', async () => {
    const named = { visual_studio_subscription_user: true, visual_studio_subscription_email: 'a@x.io' };
    const usage = await cloudUsage(
      licensePage([named, { ...named, visual_studio_subscription_email: '' }, { github_com_name: 'Mona' }]),
    );
    expect(usage.rows).toMatchObject([{ login: null, visualStudio: { email: 'a@x.io' } }]);
    expect(usage.unidentifiedRows).toBe(2);
  });

  test('rows come by login, then server account, then subscription, whatever the order of the file', async () => {
    const rows = [
      { visual_studio_subscription_user: true, visual_studio_subscription_email: 'a@x.io' },
      { enterprise_server_user_ids: ['ghes.io:7'] },
      { github_com_login: 'Zoe' },
      { github_com_login: 'abe' },
      { enterprise_server_user_ids: ['5'], total_user_accounts: 1 },
      { enterprise_server_user_ids: ['5'], total_user_accounts: 2 },
    ];
    const inOrder = await cloudUsage(licensePage(rows));
    expect(await cloudUsage(licensePage(rows.toReversed()))).toEqual(inOrder);
    expect(inOrder.rows.filter(({ login }) => login !== null).map(({ login }) => login)).toEqual([
      'abe',
      'Zoe',
    ]);
    expect(inOrder.rows).toHaveLength(6);
  });
});

describe('pages of consumed licenses', () => {
  const pages = [
    licensePage([{ github_com_login: 'a' }], { total_seats_consumed: 2, total_seats_purchased: 10 }),
    licensePage([{ github_com_login: 'b' }], { total_seats_consumed: 3, total_seats_purchased: 10 }),
    licensePage([], { total_seats_consumed: null }),
  ];

  test.each([
    ['in an array (gh api --paginate --slurp)', `[${pages.join(',')}]`],
    ['one after another (gh api --paginate)', pages.join('')],
    ['one on each line', pages.join('\n')],
  ])('%s: the last totals are the newest', async (_, file) => {
    const usage = await cloudUsage(file);
    expect(usage.rows.map(({ login }) => login)).toEqual(['a', 'b']);
    expect(usage).toMatchObject({ seatsConsumed: 3, seatsPurchased: 10 });
  });

  test('may have the totals after the users, or none', async () => {
    expect(
      await cloudUsage('{"users":[{"license_type":"","github_com_login":"a"}],"total_seats_consumed":1}'),
    ).toMatchObject({
      seatsConsumed: 1,
      seatsPurchased: null,
    });
  });

  test('name a problem by its page', async () => {
    const { problems } = await rejection(
      `[${licensePage([])},\n ${licensePage([{ github_com_login: 5 }], {})}]`,
    );
    expect(problems).toMatchObject([{ path: '$[1].users[0].github_com_login', line: 2, column: 32 }]);
  });
});

describe('one spoiled field rejects all consumed licenses', () => {
  test.each<[object, string]>([
    [{ github_com_login: 5 }, 'github_com_login'],
    [{ github_com_login: 'mona lisa' }, 'github_com_login'],
    [{ github_com_login: 'm'.repeat(256) }, 'github_com_login'],
    [{ github_com_saml_name_id: 'm'.repeat(256) }, 'github_com_saml_name_id'],
    [{ github_com_verified_domain_emails: Array(101).fill('a@x.io') }, 'github_com_verified_domain_emails'],
    [{ enterprise_server_user_ids: Array(501).fill('a.io:1') }, 'enterprise_server_user_ids'],
    [{ github_com_name: ['Mona'] }, 'github_com_name'],
    [{ enterprise_server_user_ids: 'ghes.example.com:71' }, 'enterprise_server_user_ids'],
    [{ enterprise_server_user_ids: ['ghes.example.com:1', 'mona'] }, 'enterprise_server_user_ids[1]'],
    [{ enterprise_server_user_ids: ['ghes.example.com:0'] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: ['ghes.example.com:9007199254740993'] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: ['..:71'] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: ['71:octodemo.com'] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: ['71:a:b:Member'] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: [''] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_user_ids: [71] }, 'enterprise_server_user_ids[0]'],
    [{ enterprise_server_primary_emails: [null] }, 'enterprise_server_primary_emails[0]'],
    [{ github_com_verified_domain_emails: 'a@x.io' }, 'github_com_verified_domain_emails'],
    [{ github_com_saml_name_id: {} }, 'github_com_saml_name_id'],
    [{ visual_studio_subscription_user: 'true' }, 'visual_studio_subscription_user'],
    [{ visual_studio_subscription_email: [] }, 'visual_studio_subscription_email'],
    [{ license_type: 5 }, 'license_type'],
    [{ total_user_accounts: '3' }, 'total_user_accounts'],
    [{ total_user_accounts: -1 }, 'total_user_accounts'],
    [{ github_com_two_factor_auth: 'yes' }, 'github_com_two_factor_auth'],
    [{ github_com_member_roles: { org1: 'Owner' } }, 'github_com_member_roles'],
  ])('%j', async (spoiled, path) => {
    const { reason, problems, totalProblems } = await rejection(
      licensePage([{ ...LICENSE_ROW, ...spoiled }]),
    );
    expect({ reason, totalProblems }).toEqual({ reason: 'invalid-content', totalProblems: 1 });
    expect(problems[0]).toMatchObject({ path: `$.users[0].${path}`, line: 1, column: expect.any(Number) });
  });

  test.each<[string, string, string[]]>([
    [
      'a login twice, in another case',
      licensePage([{ github_com_login: 'mona' }, { github_com_login: 'Mona' }]),
      ['$.users[1].github_com_login'],
    ],
    [
      'a server account in two rows',
      licensePage([
        { enterprise_server_user_ids: ['a.io:1'] },
        { enterprise_server_user_ids: ['b.io:1', '1:A.io:Member'] },
      ]),
      ['$.users[1].enterprise_server_user_ids'],
    ],
    ['a row that is no object', licensePage([[]]), ['$.users[0]']],
    ['a page without users', '{"total_seats_consumed":1}', ['$.users']],
    ['a page with encrypted users', '{"total_seats_consumed":1,"users":"c2VjcmV0"}', ['$.users']],
    [
      'totals that are no numbers',
      licensePage([], { total_seats_consumed: 'many', total_seats_purchased: -1 }),
      ['$.total_seats_consumed', '$.total_seats_purchased'],
    ],
    ['an array within the array of pages', `[${licensePage([])},[]]`, ['$[1]']],
  ])('%s', async (_, file, paths) => {
    const { reason, problems } = await rejection(file);
    expect(reason).toBe('invalid-content');
    expect(problems.map(({ path }) => path)).toEqual(paths);
  });

  test('a bare id in two rows is no contradiction: its host is not told', async () => {
    const file = licensePage([
      { github_com_login: 'a', enterprise_server_user_ids: ['7'] },
      { github_com_login: 'b', enterprise_server_user_ids: ['7'] },
    ]);
    expect((await cloudUsage(file)).rows).toHaveLength(2);
  });
});

describe('consumed licenses as CSV', () => {
  /** The cells of `LICENSE_ROW`: values side by side, with commas between them. */
  const cells = Object.fromEntries(
    Object.entries(LICENSE_ROW).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );

  function headed(header: (name: string) => string): string {
    return csvOf(Object.fromEntries(Object.entries(cells).map(([name, cell]) => [header(name), cell])));
  }

  const words = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

  test.each<[string, string]>([
    ['the names of the API', headed((name) => name)],
    [
      'words',
      headed((name) => words(name).replace('Github com', 'GitHub com').replace('saml name id', 'saml name')),
    ],
    ['words of data residency', headed((name) => words(name).replace('Github com', 'GitHub'))],
    ['upper case and spaces around', headed((name) => ` ${name.toUpperCase()} `)],
  ])('with %s for a header gives what the JSON gives', async (_, file) => {
    const usage = await cloudUsage(file);
    expect(usage).toMatchObject({ channel: 'export', seatsConsumed: null, seatsPurchased: null });
    expect(usage.rows).toEqual([ROW]);
  });

  test('may have its columns in any order, few of them, and others between', async () => {
    const file = 'Total user accounts,Shoe size,GitHub com user,GitHub com login\n1,43,True,mona\n';
    expect((await cloudUsage(file)).rows).toMatchObject([
      { login: 'mona', totalUserAccounts: 1, serverAccounts: [] },
    ]);
  });

  test('may have a row of a server account alone, as published', async () => {
    const file = csvOf({
      github_com_login: '',
      enterprise_server_user_ids: '71:octodemo.com:Member',
      license_type: 'Enterprise',
    });
    expect((await cloudUsage(file)).rows).toMatchObject([
      { login: null, serverAccounts: [{ hostName: 'octodemo.com', userId: 71 }], licenseType: 'enterprise' },
    ]);
  });

  test.each<[string, string, number]>([
    ['visual_studio_subscription_user', 'yes', 6],
    ['total_user_accounts', 'three', 23],
    ['enterprise_server_user_ids', 'ghes.example.com:71, mona', 3],
  ])('with a spoiled %s is rejected', async (name, cell, column) => {
    const { reason, problems } = await rejection(csvOf({ ...cells, [name]: cell }));
    expect(reason).toBe('invalid-content');
    expect(problems).toEqual([expect.objectContaining({ path: null, line: 2, column })]);
  });

  test('with one column under both its names is rejected', async () => {
    const { problems } = await rejection('github_com_login,license_type,GitHub login\na,Enterprise,b\n');
    expect(problems).toMatchObject([{ line: 1, column: 3, expected: 'each column only once' }]);
  });
});

const ROW = {
  login: 'monalisa',
  serverAccounts: [
    { hostName: 'ghes.example.com', userId: 71 },
    { hostName: 'ghes.example.com', userId: 72 },
  ],
  serverPrimaryEmails: ['mona@example.com'],
  verifiedEmails: ['lisa@example.com', 'mona@example.com'],
  samlNameId: 'mona@idp.example.com',
  licenseType: 'visual-studio-subscription',
  visualStudio: { email: 'mona@vs.example.com', status: 'Matched' },
  totalUserAccounts: 3,
  details: {
    name: 'Mona Lisa',
    profile: 'https://github.com/monalisa',
    memberRoles: ['org1:Owner', 'org2:Member'],
    enterpriseRoles: ['owner'],
    organizationsWithPendingInvites: ['org3'],
    twoFactorAuth: true,
    twoFactorAuthRequiredBy: '2026-02-01',
    costCenter: 'Research',
    securityProducts: ['code-security', 'secret-protection'],
  },
};

test('without details a file gives what decides of the same rows', async () => {
  const { rows } = await cloudUsage(licensePage([{ github_com_login: 'a' }, LICENSE_ROW]));
  const without = await cloudUsage(licensePage([{ github_com_login: 'a' }, LICENSE_ROW]), {
    withoutDetails: true,
  });
  expect([...without.rows]).toEqual(rows.map(({ details, ...facts }) => facts));
});
