import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseSnapshotHeader,
  type SnapshotHeader,
  snapshotEntryLines,
  snapshotHeaderLine,
  snapshotReader,
} from '../../../../shared/contracts/snapshot-file.ts';
import { PlainAccountLines } from '../../../../shared/contracts/snapshot-lines/plain-account-lines.ts';
import { PlainRowLines } from '../../../../shared/contracts/snapshot-lines/plain-row-lines.ts';
import { parseAccount } from '../../../../shared/contracts/stored-account.ts';
import { parseLicenseFacts } from '../../../../shared/contracts/stored-license-row.ts';
import { LicenseRowsBuilder, licenseRowsOf } from '../../../../shared/domain/license-rows-builder.ts';
import {
  ServerAccountsBuilder,
  serverAccountsOf,
} from '../../../../shared/domain/server-accounts-builder.ts';
import type { UsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, host, licenseRow, serverAccount, serverSnapshot } from '../../../support/accounts.ts';
import { aCloudSnapshot, aServerSnapshot } from '../../../support/arbitrary-usage.ts';
import { unfolded } from '../../../support/usage-facts.ts';
import { ACCOUNTS, changedEntry, ROWS } from '../stored-entries.ts';
import { spoiled } from '../usage-file/spoiled.ts';

const HOST = host('ghes-a');

const [ACCOUNTS_HEADER, ROWS_HEADER] = [headerOf(serverSnapshot(HOST, [])), headerOf(cloudSnapshot([]))];

function headerOf(snapshot: UsageSnapshot): SnapshotHeader {
  return parseSnapshotHeader(JSON.parse(snapshotHeaderLine(snapshot)));
}

function linesOf(entries: readonly string[]): Buffer {
  return Buffer.from(entries.map((entry) => `${entry}\n`).join(''));
}

/** Plain lines straight from the bytes. */
function read(header: SnapshotHeader, lines: Buffer): unknown[] {
  const reader = snapshotReader(header);
  reader.add(lines);
  return entriesOf(unfolded(reader.finish()));
}

function entriesOf(facts: object): unknown[] {
  if ('accounts' in facts) return facts.accounts as unknown[];
  return 'rows' in facts ? (facts.rows as unknown[]) : [];
}

/** Every line parsed and judged by its schema. */
function readWithCare({ kind }: SnapshotHeader, lines: Buffer): unknown[] {
  const entries = lines.toString('utf8').split('\n').slice(0, -1);
  if (kind === 'server')
    return [
      ...serverAccountsOf(
        HOST,
        entries.map((entry) => withAddresses(parseAccount(JSON.parse(entry), HOST))),
      ),
    ];
  return [...licenseRowsOf(entries.map((entry) => withAddresses(parseLicenseFacts(JSON.parse(entry)))))];
}

/** Texts without an `@` have no place among addresses, whoever reads them. */
function withAddresses<Entry extends object>(entry: Entry): Entry {
  const texts = Object.entries(entry)
    .filter(([key]) => key.endsWith('Email') || key.endsWith('Emails'))
    .flatMap(([, value]) => value ?? []);
  const { email = null } = 'visualStudio' in entry ? Object(entry.visualStudio ?? {}) : {};
  fc.pre([...texts, ...(email === null ? [] : [email])].every((text) => text.includes('@')));
  return entry;
}

function resultOf(read: () => unknown[]): unknown {
  try {
    return read();
  } catch (error) {
    if (fc.PreconditionFailure.isFailure(error)) throw error;
    return error instanceof Error ? { name: error.name, message: error.message } : error;
  }
}

function expectTheSame(header: SnapshotHeader, lines: Buffer): void {
  expect(resultOf(() => read(header, lines))).toEqual(resultOf(() => readWithCare(header, lines)));
}

/** How many of the lines are taken straight from their bytes. */
function countPlain({ kind }: SnapshotHeader, lines: Buffer): number {
  const plain =
    kind === 'server'
      ? new PlainAccountLines(new ServerAccountsBuilder())
      : new PlainRowLines(new LicenseRowsBuilder());
  let taken = 0;
  for (let start = 0; start < lines.length; start = lines.indexOf('\n', start) + 1) {
    const end = plain.take(lines, start);
    if (end === null) continue;
    expect(end).toBe(lines.indexOf('\n', start));
    taken += 1;
  }
  return taken;
}

const KINDS = [
  ['accounts', ACCOUNTS_HEADER, ACCOUNTS.map((entry) => JSON.stringify(entry)), aServerSnapshot(HOST)],
  ['license rows', ROWS_HEADER, ROWS.map((entry) => JSON.stringify(entry)), aCloudSnapshot],
] as const;

describe.each(KINDS)('of %s', (_, header, stored, snapshot) => {
  test('all that are stored as usual are plain, and are read as they are parsed', () => {
    const lines = linesOf(stored);
    expect(countPlain(header, lines)).toBe(stored.length);
    expectTheSame(header, lines);
  });

  test('those that were changed are plain only where they are read as they are parsed', () => {
    const seen = { plain: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(changedEntry(stored.map((line) => JSON.parse(line))), { maxLength: 3 }),
        (changed) => {
          const lines = linesOf([...changed.map((entry) => JSON.stringify(entry)), ...stored]);
          seen.plain += countPlain(header, lines) - stored.length;
          if (!Array.isArray(resultOf(() => readWithCare(header, lines)))) seen.refused += 1;
          expectTheSame(header, lines);
        },
      ),
      { numRuns: 1000 },
    );
    expect(seen.plain).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });

  test('snapshots are read as they are parsed', () => {
    fc.assert(
      fc.property(snapshot, (made) => {
        const lines = linesOf([...snapshotEntryLines(made)]);
        expectTheSame(headerOf(made), lines);
      }),
      { numRuns: 300 },
    );
  });

  test('snapshots are read as they are parsed, whatever is done to their bytes', () => {
    const bytes = snapshot.chain((made) =>
      spoiled(linesOf([...snapshotEntryLines(made), ...stored])).map((lines) => ({ made, lines })),
    );
    fc.assert(
      fc.property(bytes, ({ made, lines }) => {
        expectTheSame(headerOf(made), Buffer.concat([lines, Buffer.from('\n')]));
      }),
      { numRuns: 1000 },
    );
  });

  test('those beside a line that is not plain are read in their order', () => {
    const odd = stored.map((line) => line.replace(/"([^"]+)":/, '"$1" : '));
    const lines = linesOf(stored.flatMap((line, index) => [line, ` ${odd[index]}`, `${line} `]));
    expect(countPlain(header, lines)).toBe(stored.length);
    expectTheSame(header, lines);
  });

  test.each([
    ['an empty line', ''],
    ['a line that is no object', '[]'],
    ['a line with two objects', '{}{}'],
    ['a line with a comma behind it', `${stored[1]},`],
    ['a line that goes on in the next one', `${stored[1]?.replace(',', ',\n')}`],
    ['bytes that are no text', `${stored[1]?.replace('mona', 'mon\u{fffd}')}`],
  ])('%s is told of as if all were parsed', (__, line) => {
    const lines = linesOf([...stored, line, ...stored]);
    expectTheSame(header, lines);
    // As Latin-1, what is not ASCII is no UTF-8.
    expectTheSame(header, Buffer.from(lines.toString('utf8'), 'latin1'));
  });
});

describe('an account is left to its schema', () => {
  test.each([
    ['without a user id', '{}'],
    ['with a user id of another kind', '{"user_id":"1"}'],
    ['with a user id that is not whole', '{"user_id":1.5}'],
    ['with a user id below zero', '{"user_id":-1}'],
    ['with a user id of more than 15 digits', '{"user_id":1234567890123456}'],
    ['of the system', '{"user_id":1,"system_user":"ghost"}'],
    ['with null for an address', '{"user_id":1,"primary_email":null}'],
    ['with null for a list', '{"user_id":1,"further_emails":null}'],
    ['with null for a flag', '{"user_id":1,"dormant":null}'],
    ['with null for products', '{"user_id":1,"security_products":null}'],
    ['with null in a list', '{"user_id":1,"further_emails":[null]}'],
    ['with a list in a list', '{"user_id":1,"further_emails":[["a@x.io"]]}'],
    ['with an address in capitals', '{"user_id":1,"primary_email":"Mona@example.com"}'],
    ['with a further address in capitals', '{"user_id":1,"further_emails":["mona@example.COM"]}'],
    ['with an address between spaces', '{"user_id":1,"primary_email":" mona@example.com "}'],
    ['with an address that is none', '{"user_id":1,"primary_email":"mona"}'],
    ['with an address that is empty', '{"user_id":1,"primary_email":""}'],
    ['with an address that is too long', `{"user_id":1,"primary_email":"${'m'.repeat(250)}@example.com"}`],
    ['with an address that is not ASCII', '{"user_id":1,"primary_email":"zo\u00eb@example.com"}'],
    ['with an address that is a number', '{"user_id":1,"primary_email":1}'],
    ['with a flag of another kind', '{"user_id":1,"suspended":"true"}'],
    ['with an unknown product', '{"user_id":1,"security_products":["copilot"]}'],
    ['with a product of another kind', '{"user_id":1,"security_products":[1]}'],
    ['with a key twice', '{"user_id":1,"user_id":2}'],
    ['with an escape sequence', '{"user_id":1,"primary_email":"\\u006dona@example.com"}'],
  ])('%s', (_, line) => {
    const builder = new ServerAccountsBuilder();
    const lines = linesOf([line]);
    expect(new PlainAccountLines(builder).take(lines, 0)).toBeNull();
    expect(builder.length).toBe(0);
    builder.addRow(1, 0, -1, true);
    expect([...builder.build(HOST)]).toMatchObject([{ furtherEmails: [] }]);
  });
});

describe('a license row is left to its schema', () => {
  const [, row = {}] = ROWS;

  test.each<[string, object]>([
    ['without its lists', { verified_emails: undefined }],
    ['without server accounts', { server_accounts: undefined }],
    ['with null for a list', { server_primary_emails: null }],
    ['with null for a login', { login: null }],
    ['with null for a NameID', { saml_name_id: null }],
    ['with null for a type', { license_type: null }],
    ['with null for a subscription', { visual_studio: null }],
    ['with null in a subscription', { visual_studio: { email: null } }],
    ['with null for a total', { total_user_accounts: null }],
    ['with null for a host name', { server_accounts: [{ host_name: null, user_id: 1 }] }],
    ['with a login that is empty', { login: '' }],
    ['with a login that is not ASCII', { login: 'zo\u00eb' }],
    ['with a login that is too long', { login: 'm'.repeat(300) }],
    ['with a NameID with white space', { saml_name_id: 'Mona Lisa' }],
    ['with an unknown type', { license_type: 'teams' }],
    ['with a type of another kind', { license_type: 1 }],
    ['with a total of another kind', { total_user_accounts: '3' }],
    ['with a total below zero', { total_user_accounts: -3 }],
    ['with an address in capitals', { verified_emails: ['Mona@example.com'] }],
    ['with a list in a list', { verified_emails: [['mona@example.com']] }],
    ['with a subscription of another kind', { visual_studio: [] }],
    ['with a subscription of an address in capitals', { visual_studio: { email: 'MONA@example.com' } }],
    ['with a status of another kind', { visual_studio: { status: 1 } }],
    ['with a server account without its id', { server_accounts: [{ host_name: 'ghes-a' }] }],
    ['with a server account of another kind', { server_accounts: ['ghes-a:1'] }],
    ['with a user id of another kind', { server_accounts: [{ user_id: '1' }] }],
    ['with details that are not as we store them', { details: { name: { first: 'Mona' } } }],
  ])('%s', (_, other) => {
    const builder = new LicenseRowsBuilder();
    const lines = linesOf([JSON.stringify({ ...row, ...other })]);
    expect(new PlainRowLines(builder).take(lines, 0)).toBeNull();
    expect(builder.keys.size).toBe(0);
    const empty = licenseRow({ login: 'lisa' });
    builder.add(empty);
    const { details: _details, ...facts } = empty;
    expect([...builder.build()]).toEqual([facts]);
  });

  test('that has the login of an earlier one', () => {
    const lines = linesOf([
      JSON.stringify({ ...row, login: 'MONA' }),
      ...ROWS.map((each) => JSON.stringify(each)),
    ]);
    expect(countPlain(ROWS_HEADER, lines)).toBe(ROWS.length);
    expectTheSame(ROWS_HEADER, lines);
  });
});

test.each([undefined, null, {}, { name: 'Mona', name2: ['a', 'b'], flag: true }])(
  'the details %j of a row make no difference to what decides',
  (details) => {
    const lines = linesOf([JSON.stringify({ ...ROWS[1], details })]);
    expect(countPlain(ROWS_HEADER, lines)).toBe(1);
    expect(read(ROWS_HEADER, lines)).toEqual(read(ROWS_HEADER, linesOf([JSON.stringify(ROWS[1])])));
  },
);

test.each(['mona', 'Mona', '@mona', 'mona@', 'mona@example.com', 'Mona@Example.com', '{"}', 'm'.repeat(255)])(
  'the NameID %j of a row is the same, and the same address',
  (saml_name_id) => {
    for (const login of ['Mona', 'mona@', undefined])
      expectTheSame(ROWS_HEADER, linesOf([JSON.stringify({ ...ROWS[1], login, saml_name_id })]));
  },
);

test('rows may name accounts of more instances than are remembered', () => {
  const rows = Array.from({ length: 160 }, (_, number) => ({
    ...ROWS[0],
    login: `user-${number}`,
    server_accounts: [{ host_name: `ghes-${number % 80}`, user_id: number }],
  }));
  const lines = linesOf(rows.map((row) => JSON.stringify(row)));
  expect(countPlain(ROWS_HEADER, lines)).toBe(rows.length);
  expectTheSame(ROWS_HEADER, lines);
});

test('more is read at once than the scanner looks at', () => {
  const accounts = Array.from({ length: 6000 }, (_, number) =>
    serverAccount(`ghes-a:${number}`, { securityProducts: number % 3 === 0 ? ['code-security'] : null }),
  );
  const lines = linesOf([...snapshotEntryLines(serverSnapshot(HOST, accounts))]);
  expect(lines.length).toBeGreaterThan(256 * 1024);
  expect(countPlain(ACCOUNTS_HEADER, lines)).toBe(accounts.length);
  expect(read(ACCOUNTS_HEADER, lines)).toEqual(accounts);
});
