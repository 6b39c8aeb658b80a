import { describe, expect, test } from 'vitest';
import { REPORT_HEADER, rejection, reportOf, reportRow, serverUsage } from './files.ts';

const CONTEXT = { hostName: 'ghes.example.com' };

async function accountOf(row: Parameters<typeof reportRow>[0]) {
  const siteAdmin = reportRow({ id: '1', role: 'admin' });
  const { accounts } = await serverUsage(reportOf(siteAdmin, reportRow(row)), CONTEXT);
  return [...accounts].find(({ userId }) => userId !== 1);
}

describe('all_users.csv', () => {
  test('gives the accounts, with what decides consumption alone', async () => {
    const file = reportOf(reportRow({ email: 'Mona@Example.com', role: 'admin' }));
    const { accounts, ...snapshot } = await serverUsage(file, CONTEXT);
    expect({ ...snapshot, accounts: [...accounts] }).toEqual({
      kind: 'server',
      channel: 'users-report',
      observedAt: '2026-01-05T10:00:00.000Z',
      instance: { hostName: 'ghes.example.com', serverId: null, version: null },
      accounts: [
        {
          hostName: 'ghes.example.com',
          userId: 71,
          systemUser: null,
          primaryEmail: 'mona@example.com',
          furtherEmails: null,
          suspended: false,
          dormant: false,
          siteAdmin: true,
          securityProducts: null,
        },
      ],
    });
  });

  test.each([
    ['a suspended user', { suspended: 'true' }, { suspended: true, dormant: false }],
    ['a dormant user', { dormant: 'TRUE' }, { suspended: false, dormant: true }],
    ['empty flags, as unknown', { suspended: '', dormant: '' }, { suspended: null, dormant: null }],
    ['an ordinary user', { role: 'user' }, { siteAdmin: false }],
    ['a role nobody has heard of', { role: 'captain' }, { siteAdmin: null }],
    ['the system user ghost', { login: 'ghost' }, { systemUser: 'ghost' }],
    ['an empty address', { email: '' }, { primaryEmail: null }],
    ['an address that is none', { email: 'mona at work' }, { primaryEmail: null }],
    ['the largest safe id', { id: '9007199254740991' }, { userId: 9007199254740991 }],
  ])('may have %s', async (_, row, expected) => {
    expect(await accountOf(row)).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ['with the lines of Windows', `${REPORT_HEADER}\r\n${reportRow({})}\r\n`],
    ['without a last line break', `${REPORT_HEADER}\n${reportRow({})}`],
    ['with empty lines', `\n${REPORT_HEADER}\n\n${reportRow({})}\n\n`],
    [
      'in another order, with other columns between',
      'dormant?,x,email,login,suspended?,id\nfalse,,mona@example.com,mona,false,71\n',
    ],
    [
      'with quoted headers of another case',
      '"ID","Login","Email","Suspended?","Dormant?"\n71,mona,mona@example.com,false,false\n',
    ],
    ['with line breaks within quotes', reportOf(reportRow({}).replace('Mozilla, 5.0', 'Mozilla\r\n5.0\n'))],
  ])('may be %s', async (_, file) => {
    const { accounts } = await serverUsage(file, CONTEXT);
    expect([...accounts]).toMatchObject([{ userId: 71, primaryEmail: 'mona@example.com', suspended: false }]);
  });

  test.each([[null], ['uploads'.repeat(50)], ['/etc/passwd']])(
    'needs the host name of the instance: %s',
    async (hostName) => {
      const { reason, problems } = await rejection(reportOf(reportRow({})), { hostName });
      expect(reason).toBe('host-name-missing');
      expect(problems[0]?.fix).toContain('uploads/<host name>/');
    },
  );
});

describe('a partial report is refused', () => {
  const complete = reportOf(reportRow({}));

  test.each([
    'active_users.csv',
    'dormant_users.csv',
    'suspended_users.csv.gz',
    'active_users-2026-01-05.csv',
    '2026-01-05_dormant-users.csv',
    'uploads/ghes.example.com/Suspended_Users.csv',
  ])('by its name: %s', async (fileName) => {
    expect(await rejection(complete, { ...CONTEXT, fileName })).toMatchObject({ reason: 'partial-report' });
  });

  test.each(['all_users.csv', 'inactive_users.csv', 'users.csv', 'active_users/all_users.csv'])(
    'not by the name %s',
    async (fileName) => {
      expect((await serverUsage(complete, { ...CONTEXT, fileName })).accounts).toHaveLength(1);
    },
  );

  test.each<[string, string[]]>([
    [
      'all are suspended',
      [reportRow({ id: '1', suspended: 'true' }), reportRow({ id: '2', suspended: 'true' })],
    ],
    ['all are dormant', [reportRow({ id: '1', dormant: 'true' }), reportRow({ id: '2', dormant: 'true' })]],
    ['none is active', [reportRow({ id: '1', dormant: 'true' }), reportRow({ id: '2', suspended: 'true' })]],
    ['there is none', []],
  ])('by its rows: %s', async (_, rows) => {
    expect(await rejection(reportOf(...rows), CONTEXT)).toMatchObject({ reason: 'partial-report' });
  });
});

describe('one spoiled field rejects the whole report', () => {
  test.each<[Parameters<typeof reportRow>[0], number]>([
    [{ id: '' }, 2],
    [{ id: '0' }, 2],
    [{ id: '-5' }, 2],
    [{ id: '7.5' }, 2],
    [{ id: 'mona' }, 2],
    [{ id: '9007199254740993' }, 2],
    [{ suspended: 'maybe' }, 6],
    [{ dormant: '1' }, 11],
  ])('%j', async (spoiled, column) => {
    const { reason, problems, totalProblems } = await rejection(
      reportOf(reportRow({ id: '70' }), reportRow(spoiled)),
      CONTEXT,
    );
    expect({ reason, totalProblems }).toEqual({ reason: 'invalid-content', totalProblems: 1 });
    expect(problems[0]).toMatchObject({ path: null, line: 3, column });
  });

  test.each<[string, string, { line: number; column: number | null }]>([
    [
      'a user id twice',
      reportOf(reportRow({}), reportRow({ id: '5' }), reportRow({})),
      { line: 4, column: 2 },
    ],
    [
      'a field too few',
      reportOf(reportRow({}), reportRow({ id: '5' }).replace(/,true$/, '')),
      { line: 3, column: null },
    ],
    ['a field too many', reportOf(reportRow({}), `${reportRow({ id: '5' })},`), { line: 3, column: null }],
    ['a missing column', 'id,login,suspended?,dormant?\n71,mona,false,false\n', { line: 1, column: null }],
    [
      'a column twice',
      'id,login,email,suspended?,dormant?,ID\n1,m,m@x.io,false,false,2\n',
      { line: 1, column: 6 },
    ],
    ['an open quote', reportOf(reportRow({}), `"${reportRow({ id: '5' })}`), { line: 3, column: null }],
    [
      'a quote within a field',
      reportOf(reportRow({}), reportRow({ login: 'mo"na' })),
      { line: 3, column: null },
    ],
    [
      'a file cut off',
      reportOf(reportRow({}), reportRow({ id: '5' })).slice(0, -20),
      { line: 3, column: null },
    ],
    [
      'a row over 1 MiB',
      reportOf(reportRow({}), reportRow({ login: 'x'.repeat(1_100_000) })),
      { line: 3, column: null },
    ],
  ])('%s', async (_, file, place) => {
    const { reason, problems } = await rejection(file, CONTEXT);
    expect(reason).toBe('invalid-content');
    expect(problems).toEqual([expect.objectContaining({ path: null, ...place })]);
  });

  test('at most 50 accounts may have one primary address, since they would all be one person', async () => {
    const rows = Array.from({ length: 51 }, (_, index) =>
      reportRow({ id: `${index + 1}`, email: 'a@b.example' }),
    );
    await serverUsage(reportOf(...rows.slice(1)), CONTEXT);
    expect(await rejection(reportOf(...rows), CONTEXT)).toMatchObject({
      reason: 'invalid-content',
      problems: [{ line: 52, expected: 'at most 50 accounts with one primary email address' }],
    });
  });

  test('the line counts from where the row begins, after rows of several lines', async () => {
    const twoLines = reportRow({ id: '70' }).replace('Mozilla, 5.0', 'Mozilla\r\n5.0');
    const { problems } = await rejection(reportOf(twoLines, '', reportRow({ id: 'x' })), CONTEXT);
    expect(problems[0]).toMatchObject({ line: 5, column: 2 });
  });
});
