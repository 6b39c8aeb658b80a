import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UsageFile } from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import { read } from './files.ts';

const CONTEXT = { hostName: 'ghes.example.com' };
const HEADER = 'note,id,login,email,role,suspended,dormant';

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', ' ', 'true', 'FALSE', ' true', 'maybe', '"', 'a,b', 'zoë') },
  fc.string({ unit: 'grapheme', maxLength: 5 }).filter((text) => !/[\r\n]/.test(text)),
);
const row = fc.record({
  id: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
    fc.constantFrom('0', '007', ' 5 ', '9007199254740991', '9007199254740993', '1e3', '-1', ''),
  ),
  login: fc.oneof(fc.constantFrom('mona', 'ghost', ' Ghost', 'SCIM-admin', 'ghostly'), cell),
  email: fc.oneof(fc.constantFrom('Mona@Example.com', 'lisa@example.org', 'mona@example.com '), cell),
  role: fc.oneof(fc.constantFrom('admin', 'User'), cell),
  suspended: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('true', 'false', '') }, cell),
  dormant: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('true', 'false', '') }, cell),
});

function lineOf(note: string, values: readonly string[]): string {
  return [note, ...values].map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
}

/** A break within a cell leaves its row and all that follow to `csv-parse`, and these to the careful reader. */
function reportOf(rows: readonly object[], firstNote: string): string {
  const lines = rows.map((each, index) => lineOf(index === 0 ? firstNote : '', Object.values(each)));
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** With each problem that comes after the break one line higher up. */
function withoutBreak(file: UsageFile): UsageFile {
  if (file.kind !== 'rejected') return file;
  const problems = file.rejection.problems.map((problem) => {
    const line = problem.line ?? 0;
    return { ...problem, line: line > 2 ? line - 1 : problem.line };
  });
  return { ...file, rejection: { ...file.rejection, problems } };
}

test('rows of a users report read straight from the bytes give what they give read with care', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const plain = await read(reportOf(rows, 'one line'), CONTEXT);
      expect(plain).toEqual(withoutBreak(await read(reportOf(rows, 'two\nlines'), CONTEXT)));
    }),
    { numRuns: 300 },
  );
});
