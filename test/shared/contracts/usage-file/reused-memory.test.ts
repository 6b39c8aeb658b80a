import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsageFile, type UsageFile } from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import { EXPORT_USER, exportOf, LICENSE_ROW, licensePage, reportOf, reportRow } from './files.ts';

const CONTEXT = {
  observedAt: '2026-01-05T10:00:00.000Z',
  hostName: 'ghes.example.com',
  fileName: null,
  maxBytes: 10_000_000,
};

/** No byte of a text in UTF-8. */
const NO_TEXT = 0xff;

/** The bytes in chunks of these lengths in turn, all in one memory, where each is gone when the next is asked for. */
async function* inOneMemory(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const memory = Buffer.alloc(Math.max(...lengths));
  for (let start = 0, chunk = 0; start < bytes.length; chunk++) {
    const end = Math.min(start + (lengths[chunk % lengths.length] ?? 1), bytes.length);
    bytes.copy(memory, 0, start, end);
    yield memory.subarray(0, end - start);
    memory.fill(NO_TEXT);
    start = end;
  }
}

/** Longer than what is looked at to recognize a format: of a shorter file all is copied at once. */
const numbers = Array.from({ length: 1000 }, (_, index) => index + 100);
const users = numbers.map((id) => ({
  ...EXPORT_USER,
  user_id: id,
  // Some are not plain.
  login: id % 7 === 0 ? `zo\u00eb "${id}"` : `login-${id}`,
  emails: [{ email: `zo\u00eb.${id}@example.com`, primary: true }, { email: `a.${id}@example.org` }],
}));
const licenseRows = numbers.map((id) => ({
  ...LICENSE_ROW,
  github_com_login: `login-${id}`,
  github_com_name: id % 7 === 0 ? `"${id}"` : `zo\u00eb ${id}`,
  enterprise_server_user_ids: [`ghes.example.com:${id}`],
}));
const reportRows = numbers.map((id) =>
  reportRow({ id: String(id), email: `zo\u00eb.${id}@example.com`, login: `login-${id}` }),
);
const withBreak = reportRow({ id: '7', login: '"two\nlines"' });
const licenseCsv = [
  Object.keys(LICENSE_ROW).join(','),
  ...licenseRows.map((row) =>
    Object.values(row)
      .map((value) => `"${String([value].flat().join(', ')).replaceAll('"', '""')}"`)
      .join(','),
  ),
].join('\n');

const FILES: [string, UsageFile['kind'], string][] = [
  ['an export', 'usage', exportOf(users)],
  ['an export with problems', 'rejected', exportOf([...users, { id: 'x' }, ...users.slice(0, 3)])],
  ['an export cut off', 'rejected', exportOf(users).slice(0, -40)],
  ['an encrypted export', 'encrypted', exportOf('c2VjcmV0'.repeat(20_000))],
  [
    'consumed licenses',
    'usage',
    [licenseRows, [{ github_com_login: 'a' }]].map((rows) => licensePage(rows)).join(''),
  ],
  ['consumed licenses as CSV', 'usage', licenseCsv],
  ['a users report', 'usage', reportOf(...reportRows)],
  ['a users report with a row of two lines', 'usage', reportOf(withBreak, ...reportRows)],
  ['a users report with a NUL', 'rejected', `${reportOf(...reportRows)}\u0000`],
];

const lengths = fc.array(fc.oneof(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 20, max: 200_000 })), {
  minLength: 1,
  maxLength: 5,
});

describe('a file whose chunks are gone when the next one is asked for is read as if each were kept', () => {
  test.each([
    ...FILES.map(([name, kind, file]) => ({ name, kind, bytes: Buffer.from(file) })),
    ...FILES.map(([name, kind, file]) => ({ name: `${name}, gzipped`, kind, bytes: gzipSync(file) })),
  ])('$name', async ({ kind, bytes }) => {
    const kept = await readUsageFile(inOneMemory(bytes, [bytes.length]), CONTEXT);
    expect(kept.kind).toBe(kind);
    await fc.assert(
      fc.asyncProperty(lengths, async (chunks) => {
        expect(await readUsageFile(inOneMemory(bytes, chunks), CONTEXT)).toEqual(kept);
      }),
      { numRuns: 6, examples: [[[100]]] },
    );
  });
});
