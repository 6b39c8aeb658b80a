import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsageFileContext } from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import { EXPORT_USER_KEYS } from '../../../../shared/contracts/usage-file/server/export-user.ts';
import { normalizeEmail } from '../../../../shared/domain/email.ts';
import { NO_EMAIL } from '../../../../shared/domain/email-numbers.ts';
import type { LicenseRows } from '../../../../shared/domain/license-rows.ts';
import { licenseRowsOf } from '../../../../shared/domain/license-rows-builder.ts';
import { EXPORT_USER, exportOf, LICENSE_ROW, licensePage, read } from './files.ts';
import { spoiled } from './spoiled.ts';

/** Read in one chunk, plain users are read straight from the bytes. In chunks so small none of them is whole. */
const SMALL_CHUNK = 7;

async function expectTheSame(
  file: Buffer,
  chunkBytes = SMALL_CHUNK,
  context: Partial<UsageFileContext> = {},
): Promise<void> {
  expect(await read(file, context)).toEqual(await read(inChunks(file, chunkBytes), context));
}

function inChunks(file: Buffer, chunkBytes: number): Buffer[] {
  return Array.from({ length: Math.ceil(file.length / chunkBytes) }, (_, index) =>
    file.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}

/** A file of the row, and of one before it: until there is one, it is not known what kind of file it is. */
function fileOf(row: object): Buffer {
  return Buffer.from(licensePage([rowWith('first', []), row]));
}

/** The rows of such a file, and where the row is. */
async function rowsOf(file: Buffer): Promise<{ readonly rows: LicenseRows; readonly place: number }> {
  const found = await read(file, { withoutDetails: true });
  if (found.kind !== 'usage' || found.snapshot.kind !== 'cloud') throw new Error('no consumed licenses');
  const rows = licenseRowsOf(found.snapshot.rows);
  expect(rows).toHaveLength(2);
  return { rows, place: rows.loginAt(0) === 'first' ? 1 : 0 };
}

const text = fc.oneof(
  fc.constantFrom('', ' ', 'Mona@Example.com', 'mona@example.com', 'lisa@example.org', 'ghes.example.com:71'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('"', '\\', '\u0000', '\ud800', 'zoë', '\u{1f600}', 'x'.repeat(300)),
);
const scalar = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.constantFrom(0, 1, 71, -1, 1.5, 1e21, 999_999_999_999_999, 2 ** 53, true, false, null),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.record({ email: text, primary: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 6 }),
);

/** Mostly like the sample, in any order of keys, with some values of its own. */
function recordLike(sample: object, id: string, keys: readonly string[]): fc.Arbitrary<object> {
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...keys) },
    fc.constantFrom('other', '__proto__', 'toString', 'zoë'),
  );
  return fc
    .tuple(
      fc.array(fc.tuple(key, value), { maxLength: 3 }),
      fc.shuffledSubarray(Object.entries(sample)),
      fc.nat(),
    )
    .map(([own, entries, number]) => Object.fromEntries([...entries, [id, idOf(id, number)], ...own]));
}

function idOf(key: string, number: number): string | number {
  return key === 'user_id' ? number : `login-${number}`;
}

const exportUser = recordLike(EXPORT_USER, 'user_id', [...EXPORT_USER_KEYS, 'created_at']);
const licenseRow = recordLike(LICENSE_ROW, 'github_com_login', Object.keys(LICENSE_ROW));
/** A first one of the format; some may be no objects, or be there again. */
function usersOf(user: fc.Arbitrary<object>, first: object): fc.Arbitrary<unknown[]> {
  const any = fc.oneof({ weight: 12, arbitrary: user }, scalar, fc.constant(first));
  return fc.array(any, { maxLength: 6 }).map((users) => [first, ...users]);
}

const indent = fc.constantFrom(undefined, undefined, 1, '\t');
const exported = fc
  .tuple(usersOf(exportUser, EXPORT_USER), indent)
  .map(([users, space]) => JSON.stringify(JSON.parse(exportOf(users)), null, space));
const licensed = fc
  .tuple(fc.array(usersOf(licenseRow, { total_user_accounts: 1 }), { minLength: 1, maxLength: 2 }), indent)
  .map(([pages, space]) =>
    JSON.stringify(
      pages.map((users) => JSON.parse(licensePage(users))),
      null,
      space,
    ),
  );

describe.each([
  ['an export', exported],
  ['consumed licenses', licensed],
])('%s read in one piece gives what it gives read with care', (_, file) => {
  test('accounts or problems', async () => {
    await fc.assert(
      fc.asyncProperty(file, (content) => expectTheSame(Buffer.from(content))),
      { numRuns: 150 },
    );
  });

  test('whatever is done to its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        file.chain((content) => spoiled(Buffer.from(content))),
        (bytes) => expectTheSame(bytes),
      ),
      { numRuns: 150 },
    );
  });
});

test.each([
  ['an export', exported],
  ['consumed licenses', licensed],
])('%s whose users are cut by chunks gives what it gives read with care', async (_, file) => {
  const spoiledOrNot = file.chain((content) =>
    fc.oneof(fc.constant(Buffer.from(content)), spoiled(Buffer.from(content))),
  );
  await fc.assert(
    fc.asyncProperty(spoiledOrNot, fc.integer({ min: 30, max: 1500 }), async (bytes, chunkBytes) => {
      const careful = await read(inChunks(bytes, SMALL_CHUNK));
      expect(await read(inChunks(bytes, chunkBytes))).toEqual(careful);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['a login', { github_com_login: 7 }],
  ['a NameID', { github_com_saml_name_id: ['a'] }],
  ['verified addresses', { github_com_verified_domain_emails: 'mona@example.com' }],
  ['primary addresses', { enterprise_server_primary_emails: [['mona@example.com']] }],
  ['server accounts', { enterprise_server_user_ids: 'ghes.example.com:71' }],
  ['a license type', { license_type: {} }],
])('%s of another type is told of as if all rows were read with care', async (_, columns) => {
  const rows = [LICENSE_ROW, { ...LICENSE_ROW, github_com_login: 'lisa', ...columns }];
  await expectTheSame(Buffer.from(licensePage(rows)), SMALL_CHUNK, { withoutDetails: true });
});

test('consumed licenses read without details give what they give read with care', async () => {
  await fc.assert(
    fc.asyncProperty(licensed, (content) =>
      expectTheSame(Buffer.from(content), SMALL_CHUNK, { withoutDetails: true }),
    ),
    { numRuns: 150 },
  );
});

describe.each(['Mona', 'Mona@Example.com', 'monà', null])('of a row with the login %j', (login) => {
  const long = 'x'.repeat(255);
  test.each(['mona', 'Mona', 'lisa', '@mona', 'mona@', 'mona@example.com', 'Mona@Example.com', '', long])(
    'the NameID %j is the same, and the same address',
    async (nameId) => {
      const row = { ...LICENSE_ROW, github_com_login: login, github_com_saml_name_id: nameId };
      const file = fileOf(row);
      await expectTheSame(file, SMALL_CHUNK, { withoutDetails: true });
      const { rows, place } = await rowsOf(file);
      expect(rows.at(place)).toMatchObject({ login, samlNameId: nameId || null });
      const email = rows.samlEmailAt(place);
      expect(email === NO_EMAIL ? null : rows.emails.at(email)).toBe(normalizeEmail(nameId));
    },
  );
});

test.each([
  [['b:2', 'a:3', 'a:1', 'b:1']],
  [['a:1', 'A:1', '1:a:Member', 'a:1']],
  [['7', 'a:7', '7', '3']],
  [[]],
])('of a row the server accounts %j are sorted, each once', async (accounts) => {
  const row = { ...LICENSE_ROW, enterprise_server_user_ids: accounts };
  const file = fileOf(row);
  await expectTheSame(file, SMALL_CHUNK, { withoutDetails: true });
  const { rows, place } = await rowsOf(file);
  const keys = rows.serverAccountsAt(place).map(({ hostName, userId }) => `${hostName ?? ''}:${userId}`);
  const named = accounts.map((account) => account.toLowerCase().replace(/^(\d+):(a):member$/, '$2:$1'));
  expect(keys).toEqual([...new Set(named.map((key) => (key.includes(':') ? key : `:${key}`)))].sort());
});

const LONG_HOST = `${'long-name.'.repeat(24)}example`;

test.each([
  ['more instances than are remembered', Array.from({ length: 80 }, (_, host) => `ghes-${host}.example:7`)],
  ['an instance of a long name', [`${LONG_HOST}:7`, `${LONG_HOST}:8`]],
  ['an instance with too long a name', [`${LONG_HOST}${LONG_HOST}:7`]],
  ['a user id of zero', ['a:0']],
  ['a user id that begins with a zero', ['a:0123']],
  ['a user id of fifteen digits', ['a:999999999999999']],
  ['a user id of sixteen digits', ['a:9007199254740991']],
  ['a user id that is too large', ['a:9007199254740992']],
  ['a colon alone', [':7']],
  ['nothing behind the colon', ['a:']],
  ['an empty text', ['']],
  ['white space', [' a:7 ', 'b :7']],
  ['a text that is not ASCII', ['zoë:7']],
])('server accounts of rows give what they give read with care: %s', async (_, accounts) => {
  // More rows than are read ahead: the instances are known when those come that matter.
  const plain = Array.from({ length: 40 }, (_, row) => rowWith(`login-${row}`, [`a:${row + 1000}`]));
  const odd = ['mona', 'lisa'].map((login, row) =>
    rowWith(
      login,
      accounts.map((account) => account.replace(/7$/, `${70 + row}`)),
    ),
  );
  for (const rows of [odd, [...odd.slice(1), ...plain, ...odd.slice(0, 1)]])
    await expectTheSame(Buffer.from(licensePage(rows)), SMALL_CHUNK, { withoutDetails: true });
});

function rowWith(login: string, accounts: readonly string[]) {
  return { ...LICENSE_ROW, github_com_login: login, enterprise_server_user_ids: accounts };
}

test.each([
  [{ visual_studio_subscription_user: true, visual_studio_subscription_email: 'Mona@Example.com' }],
  [{ visual_studio_subscription_user: true, visual_studio_license_status: ' Assigned ' }],
  [{ visual_studio_subscription_user: true, visual_studio_subscription_email: 7 }],
  [{ visual_studio_subscription_user: false, visual_studio_subscription_email: 'mona@example.com' }],
  [{ visual_studio_subscription_user: 'true' }],
  [{ visual_studio_subscription_user: '' }],
  [{ license_type: ' Visual Studio Subscription', total_user_accounts: null }],
  [{ license_type: '', total_user_accounts: '' }],
  [{ total_user_accounts: 1.5 }],
  [{ enterprise_server_emails: ['b@x.io', 'A@x.io'], enterprise_server_primary_emails: ['a@x.io', 'no'] }],
  [{ github_com_verified_domain_emails: ['b@x.io', 'a@x.io', 'B@x.io', ' a@x.io '] }],
  [{ github_com_verified_domain_emails: Array.from({ length: 101 }, (_, email) => `a${email}@x.io`) }],
  [{ enterprise_server_user_ids: Array.from({ length: 501 }, (_, id) => `a:${id + 1}`) }],
])('a row with %j gives what it gives read with care', async (columns) => {
  const rows = [LICENSE_ROW, { ...rowWith('lisa', ['ghes.example.com:99']), ...columns }];
  await expectTheSame(Buffer.from(licensePage(rows)), SMALL_CHUNK, { withoutDetails: true });
});

test.each([
  [{ emails: ['B@x.io', 'a@x.io', 'b@x.io', 'no'] }],
  [{ emails: [' ', 'a@x.io'], email: 'c@x.io' }],
  [{ emails: [{ email: 'a@x.io', primary: false }, { email: 'b@x.io' }] }],
  [
    {
      emails: [
        { email: 'a@x.io', primary: true },
        { email: '\u00a0', is_primary: null },
      ],
    },
  ],
  [{ emails: [{ email: 'a@x.io', primary: true }, 'ä@x.io'], primary_email: 'a@x.io' }],
  [{ emails: [{ primary: true }] }],
  [{ emails: [{ email: 'a@x.io', primary: 1 }] }],
  [{ emails: Array.from({ length: 101 }, (_, email) => `a${email}@x.io`) }],
  [{ emails: null, email: 'no' }],
  [{ emails: [], email: '' }],
  [{ login: 'GHOST' }],
  [{ login: ' scim-admin' }],
  [{ login: 'g' }],
  [{ login: 7 }],
  [{ suspended: null, is_suspended: true, suspended_at: null }],
  [{ suspended_at: '2026-01-01' }],
  [{ suspended_at: '' }],
  [{ suspended_at: 7 }],
  [{ dormant: true, site_admin: false, advanced_security: false, code_security: true }],
  [{ secret_protection_license_user: 'true' }],
])('a user of an export with %j gives what it gives read with care', async (values) => {
  const users = [1, 2].map((id) => ({ id, login: `login-${id}`, email: `user-${id}@x.io` }));
  await expectTheSame(Buffer.from(exportOf([...users, { id: 3, ...values }, { id: 4 }])));
});

describe('of users beside plain ones', () => {
  const plain = Array.from({ length: 3 }, (_, index) =>
    JSON.stringify({ id: index + 1, emails: [`a${index}@x.io`] }),
  );

  test.each([
    ['a key that is there twice', '{"id":9,"login":"a","login":"b"}'],
    ['a key unknown and there twice', '{"id":9,"other":1,"other":2}'],
    ['a key there twice within a value', '{"id":9,"emails":[{"email":"a@x.io","email":"b@x.io"}]}'],
    ['a user id of an earlier user', '{"id":2}'],
    ['a user id of the wrong type', '{"id":"9"}'],
    ['a number with a zero before it', '{"id":09}'],
    ['a number that is too large', '{"id":12345678901234567890}'],
    ['a text with an escape sequence', '{"id":9,"login":"\\u0067host"}'],
    ['a text with half a character', '{"id":9,"login":"\\ud800"}'],
    ['values nested too deep', `{"id":9,"other":${'['.repeat(40)}${']'.repeat(40)}}`],
    [
      'two primary addresses',
      '{"id":9,"emails":[{"email":"a@x.io","primary":true},{"email":"b@x.io","is_primary":true}]}',
    ],
    ['a comma too many', '{"id":9,}'],
    ['nothing between two commas', ''],
    ['a word that is none', '{"id":9,"suspended":tru}'],
    [
      'more keys than any format has',
      JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, key) => [`k${key}`, 0]))),
    ],
  ])('%s is told of as if all were read with care', async (_, user) => {
    await expectTheSame(
      Buffer.from(`{"instance":{"host_name":"h.io"},"users":[${[...plain, user, ...plain].join(', ')}]}`),
    );
    await expectTheSame(
      Buffer.from(`{"instance":{"host_name":"h.io"},"users":[\n${[...plain, user].join('\n,')}]}`),
    );
  });

  test('a text too long to be kept is told of, too', async () => {
    const user = { id: 9, name: 'x'.repeat(70_000) };
    await expectTheSame(Buffer.from(exportOf([EXPORT_USER, user, { id: 10 }])), 4096);
  });
});
