import { describe, expect, test } from 'vitest';
import { EXPORT_USER, exportOf, INSTANCE, read, rejection, serverUsage } from './files.ts';

async function accountOf(user: object) {
  const { accounts } = await serverUsage(exportOf([{ id: 71, ...user }]));
  return accounts.at(0);
}

describe('an export with users in plain', () => {
  test('gives the instance and its accounts, with what decides consumption alone', async () => {
    const { accounts, ...snapshot } = await serverUsage(exportOf([EXPORT_USER]));
    expect({ ...snapshot, accounts: [...accounts] }).toEqual({
      kind: 'server',
      channel: 'export',
      observedAt: '2026-01-05T10:00:00.000Z',
      instance: { hostName: 'ghes.example.com', serverId: INSTANCE.server_id, version: '3.15.2' },
      accounts: [
        {
          hostName: 'ghes.example.com',
          userId: 71,
          systemUser: null,
          primaryEmail: 'mona@example.com',
          furtherEmails: ['lisa@example.org'],
          suspended: false,
          dormant: false,
          siteAdmin: true,
          securityProducts: ['advanced-security'],
        },
      ],
    });
  });

  test('may name the instance after the users', async () => {
    const file = JSON.stringify({ users: [EXPORT_USER], instance: INSTANCE });
    expect((await serverUsage(file)).accounts.at(0)?.hostName).toBe('ghes.example.com');
  });

  test('may hold the facts of the instance beside the users', async () => {
    const file = JSON.stringify({ ...INSTANCE, users: [EXPORT_USER] });
    expect((await serverUsage(file)).instance).toEqual({
      hostName: 'ghes.example.com',
      serverId: INSTANCE.server_id,
      version: '3.15.2',
    });
  });

  test('gives the accounts by user id, whatever the order of the file', async () => {
    const { accounts } = await serverUsage(exportOf([{ id: 30 }, { id: 4 }, { id: 200 }]));
    expect(Array.from(accounts, ({ userId }) => userId)).toEqual([4, 30, 200]);
  });

  test.each([
    ['id', { id: 9 }, { userId: 9 }],
    ['user_id', { id: 'a node id', user_id: 9 }, { userId: 9 }],
    ['remote_user_id', { id: 1, remote_user_id: 9 }, { userId: 9 }],
    ['is_site_admin', { is_site_admin: true }, { siteAdmin: true }],
    ['site_admin', { site_admin: false }, { siteAdmin: false }],
    ['suspended', { suspended: true }, { suspended: true }],
    ['is_suspended', { is_suspended: false }, { suspended: false }],
    ['suspended_at, a date', { suspended_at: '2024-01-01T00:00:00Z' }, { suspended: true }],
    ['suspended_at, null', { suspended_at: null }, { suspended: false }],
    ['suspended before suspended_at', { suspended: false, suspended_at: '2024-01-01' }, { suspended: false }],
    ['dormant', { dormant: true }, { dormant: true }],
    ['is_dormant', { is_dormant: false }, { dormant: false }],
    ['no flag, as unknown', {}, { suspended: null, dormant: null, siteAdmin: null, securityProducts: null }],
    ['a null flag, as unknown', { suspended: null, dormant: null }, { suspended: null, dormant: null }],
    [
      'the security products',
      { advanced_security_license_user: true, code_security: false, secret_protection_license_user: true },
      { securityProducts: ['advanced-security', 'secret-protection'] },
    ],
    ['security products, none in use', { code_security: false }, { securityProducts: [] }],
    ['the system user ghost', { login: 'ghost' }, { systemUser: 'ghost' }],
    ['the system user scim-admin', { username: 'SCIM-admin' }, { systemUser: 'scim-admin' }],
    ['a login that only begins like one', { login: 'ghostwriter' }, { systemUser: null }],
  ])('a user may have %s', async (_, user, expected) => {
    expect(await accountOf(user)).toMatchObject(expected);
  });

  test.each([
    ['texts: the first is primary', { emails: ['B@x.io', 'a@x.io'] }, 'b@x.io', ['a@x.io']],
    [
      'marked with primary',
      {
        emails: [
          { email: 'a@x.io', primary: false },
          { email: 'b@x.io', primary: true },
        ],
      },
      'b@x.io',
      ['a@x.io'],
    ],
    [
      'marked with is_primary',
      {
        emails: [
          { email: 'a@x.io', is_primary: false },
          { email: 'b@x.io', is_primary: true },
        ],
      },
      'b@x.io',
      ['a@x.io'],
    ],
    [
      'objects without marks: the first',
      { emails: [{ email: 'b@x.io' }, { email: 'a@x.io' }] },
      'b@x.io',
      ['a@x.io'],
    ],
    ['all marked as further ones', { emails: [{ email: 'a@x.io', primary: false }] }, null, ['a@x.io']],
    [
      'with a primary_email beside',
      { primary_email: 'b@x.io', emails: ['a@x.io', 'b@x.io'] },
      'b@x.io',
      ['a@x.io'],
    ],
    ['a single email: further ones unknown', { email: 'a@x.io' }, 'a@x.io', null],
    ['a single primary_email', { primary_email: 'a@x.io' }, 'a@x.io', null],
    ['an empty list', { emails: [] }, null, []],
    ['none', {}, null, null],
    ['the same in another case', { emails: ['a@x.io', 'A@X.io'] }, 'a@x.io', []],
    [
      'sorted, each once',
      { emails: ['p@x.io', 'c@x.io', 'b@x.io', 'c@x.io'] },
      'p@x.io',
      ['b@x.io', 'c@x.io'],
    ],
    ['no address: unknown, and no other in its place', { emails: ['mona', 'b@x.io'] }, null, ['b@x.io']],
    ['a further one that is no address', { emails: ['a@x.io', 'mona'] }, 'a@x.io', []],
    ['an empty text before the first', { emails: ['', 'a@x.io'] }, 'a@x.io', []],
  ])('addresses may be %s', async (_, user, primaryEmail, furtherEmails) => {
    expect(await accountOf(user)).toMatchObject({ primaryEmail, furtherEmails });
  });
});

describe('an export with encrypted users', () => {
  test('gives the instance alone', async () => {
    expect(await read(exportOf('c2VjcmV0'))).toEqual({
      kind: 'encrypted',
      instance: { hostName: 'ghes.example.com', serverId: INSTANCE.server_id, version: '3.15.2' },
    });
  });

  test('may have megabytes of them', async () => {
    const file = JSON.stringify({ users: 'A'.repeat(3_000_000), instance: INSTANCE });
    expect((await read(file)).kind).toBe('encrypted');
  });

  test('takes the host name from where it was dropped, if it has none', async () => {
    const file = await read('{"users":"c2VjcmV0"}', { hostName: 'https://GHES.example.com/' });
    expect(file).toMatchObject({
      kind: 'encrypted',
      instance: { hostName: 'ghes.example.com', serverId: null },
    });
  });
});

describe('the host name of an export', () => {
  const unnamed = JSON.stringify({ instance: { version: '3.15.2' }, users: [EXPORT_USER] });

  test('is that of the file, however written', async () => {
    const file = exportOf([EXPORT_USER], { hostname: 'HTTPS://GHES.Example.com:8443/' });
    expect((await serverUsage(file, { hostName: 'ghes.example.com' })).instance.hostName).toBe(
      'ghes.example.com',
    );
  });

  test('is that of the drop, if the file has none', async () => {
    expect((await serverUsage(unnamed, { hostName: 'ghes.example.com' })).instance.hostName).toBe(
      'ghes.example.com',
    );
  });

  test('must be somewhere', async () => {
    expect(await rejection(unnamed)).toMatchObject({ reason: 'host-name-missing' });
  });

  test('must not be another than that of the drop', async () => {
    const { reason, problems } = await rejection(exportOf([EXPORT_USER]), { hostName: 'other.example.com' });
    expect(reason).toBe('invalid-content');
    expect(problems[0]).toMatchObject({
      path: '$.instance.host_name',
      line: 1,
      expected: 'the host name under which the file was dropped',
    });
  });
});

describe('one spoiled field rejects the whole export', () => {
  test.each<[string, object, string]>([
    ['user_id', { user_id: '71' }, '$.users[1].user_id'],
    ['user_id', { user_id: 71.5 }, '$.users[1].user_id'],
    ['user_id', { user_id: 0 }, '$.users[1].user_id'],
    ['user_id', { user_id: 2 ** 53 }, '$.users[1].user_id'],
    ['user_id', { user_id: null }, '$.users[1].user_id'],
    ['login', { login: 5 }, '$.users[1].login'],
    ['site_admin', { site_admin: 'false' }, '$.users[1].site_admin'],
    ['suspended', { suspended: 0 }, '$.users[1].suspended'],
    ['suspended_at', { suspended_at: 5 }, '$.users[1].suspended_at'],
    ['dormant', { dormant: 'no' }, '$.users[1].dormant'],
    ['advanced_security', { advanced_security: [] }, '$.users[1].advanced_security'],
    ['emails', { emails: 'mona@example.com' }, '$.users[1].emails'],
    ['emails', { emails: [{ email: 'a@x.io' }, 5] }, '$.users[1].emails[1]'],
    ['emails', { emails: [{ email: null, primary: true }] }, '$.users[1].emails[0]'],
    ['emails', { emails: [{ email: 'a@x.io', primary: 'yes' }] }, '$.users[1].emails[0]'],
    [
      'emails',
      {
        emails: [
          { email: 'a@x.io', primary: true },
          { email: 'b@x.io', primary: true },
        ],
      },
      '$.users[1].emails',
    ],
    ['emails', { emails: Array(101).fill('a@x.io') }, '$.users[1].emails'],
    ['email', { email: { address: 'a@x.io' } }, '$.users[1].email'],
  ])('%s %j', async (_, spoiled, path) => {
    const file = exportOf([
      { ...EXPORT_USER, user_id: 70 },
      { ...EXPORT_USER, ...spoiled },
    ]);
    const { reason, problems, totalProblems } = await rejection(file);
    expect({ reason, totalProblems }).toEqual({ reason: 'invalid-content', totalProblems: 1 });
    expect(problems[0]).toMatchObject({ path, line: 1, column: expect.any(Number) });
    expect(problems[0]?.fix).toContain('Export the license usage');
  });

  test.each<[string, string, string]>([
    ['a user that is no object', exportOf([EXPORT_USER, 5]), '$.users[1]'],
    ['users that are no list', exportOf({ '71': EXPORT_USER }), '$.users'],
    ['no users', JSON.stringify({ instance: INSTANCE }), '$.users'],
    ['users that are an empty text', exportOf(''), '$.users'],
    ['an empty list of users', exportOf([]), '$.users'],
    ['an instance that is no object', exportOf([EXPORT_USER], [1]), '$.instance'],
    ['a host name that is none', exportOf([EXPORT_USER], { host_name: '/etc' }), '$.instance.host_name'],
    [
      'a version that is no text',
      exportOf([EXPORT_USER], { ...INSTANCE, version: 3.15 }),
      '$.instance.version',
    ],
    ['two exports in one file', exportOf([EXPORT_USER]) + exportOf([{ id: 5 }]), '$'],
  ])('%s', async (_, file, path) => {
    const { reason, problems } = await rejection(file, { hostName: 'ghes.example.com' });
    expect(reason).toBe('invalid-content');
    expect(problems).toEqual([expect.objectContaining({ path })]);
  });

  test('a user id that two users have', async () => {
    const { problems } = await rejection(exportOf([{ id: 5 }, { id: 6 }, { user_id: 5 }]));
    expect(problems).toEqual([
      expect.objectContaining({
        path: '$.users[2].user_id',
        expected: expect.stringContaining('user id that no'),
      }),
    ]);
  });
});
