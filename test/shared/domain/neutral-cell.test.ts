import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { neutralCell, restoredCell } from '../../../shared/domain/neutral-cell.ts';

it.each([
  ['=HYPERLINK("http://example.com","here")', `'=HYPERLINK("http://example.com","here")`],
  ['+1+cmd|/C calc', "'+1+cmd|/C calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ["'=1", "''=1"],
])('puts a quote in front of %j', (cell, neutral) => {
  expect(neutralCell(cell)).toBe(neutral);
  expect(restoredCell(neutral)).toBe(cell);
});

it.each(['', 'mona', "'t Hooft", "'", 'a=b', ' =1', 'ghe.example.com:1, =1', '3', 'true'])(
  'leaves %j as it is',
  (cell) => {
    expect(neutralCell(cell)).toBe(cell);
    expect(restoredCell(cell)).toBe(cell);
  },
);

/** Mostly of the characters that matter. */
const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom(...`'=+-@\t\r\n＝＋－＠," a`), fc.string({ unit: 'binary', minLength: 1 })),
});

it('can be undone, and leaves no formula, whatever the cell', () => {
  fc.assert(
    fc.property(hostile, (cell) => {
      const neutral = neutralCell(cell);
      expect(restoredCell(neutral)).toBe(cell);
      expect(neutral).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
