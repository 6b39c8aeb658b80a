import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsvRows } from '../../../../shared/contracts/usage-file/csv/csv-rows.ts';
import { ProblemLog } from '../../../../shared/contracts/usage-file/problem-log.ts';
import { RejectedFile } from '../../../../shared/contracts/usage-file/rejected-file.ts';

interface Rows {
  rows: { cells: string[]; line: number }[];
  /** Where the text is no CSV, and what was expected; null when it is. */
  problem: { line: number | null | undefined; expected: string | undefined } | null;
}

async function rowsOf(chunks: readonly Buffer[]): Promise<Rows> {
  const rows: Rows['rows'] = [];
  try {
    await readCsvRows(inOrder(chunks), new ProblemLog(), ({ width, line, cell }) =>
      rows.push({ cells: Array.from({ length: width }, (_, index) => cell(index)), line }),
    );
    return { rows, problem: null };
  } catch (error) {
    if (!(error instanceof RejectedFile)) throw error;
    const [problem] = error.rejection.problems;
    return { rows, problem: { line: problem?.line, expected: problem?.expected } };
  }
}

async function* inOrder(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** A row over two lines, with which and all that follows `csv-parse` reads. */
const NOT_PLAIN = '"a\nb"\n';

async function rowsByCsvParse(text: string): Promise<Rows> {
  const { rows, problem } = await rowsOf([Buffer.from(NOT_PLAIN + text)]);
  return {
    rows: rows.slice(1).map(({ cells, line }) => ({ cells, line: line - 2 })),
    problem: problem && { ...problem, line: Number(problem.line) - 2 },
  };
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', ' a ', '""', '"a"', '"a,b"', '"a ""b"""', 'zoë', '"\u{1f600}"'),
  { weight: 1, arbitrary: fc.constantFrom('"a\nb"', '"a\r\nb"', 'a"b', '"a"b', '"', 'a\rb', ' "a"') },
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
const text = fc
  .array(fc.tuple(row, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n')), { maxLength: 6 })
  .map((rows) => rows.flat().join(''));

test('rows read straight from the bytes are what csv-parse makes of them, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.nat(40), fc.boolean(), async (content, cut, endsEarly) => {
      const file = endsEarly ? content.trimEnd() : content;
      const bytes = Buffer.from(file);
      const byCsvParse = await rowsByCsvParse(file);
      expect(await rowsOf([bytes])).toEqual(byCsvParse);
      expect(await rowsOf([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(byCsvParse);
    }),
    { numRuns: 300 },
  );
});

test('a row longer than any of the formats has is left to csv-parse, and so is what follows', async () => {
  const long = `${'x'.repeat(70_000)},b\nc,d\n`;
  const bytes = Buffer.from(`a,b\n${long}`);
  expect((await rowsOf([bytes])).rows.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect((await rowsOf([bytes.subarray(0, 40_000), bytes.subarray(40_000)])).rows).toHaveLength(3);
});
