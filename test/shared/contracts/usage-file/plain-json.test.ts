import { expect, test } from 'vitest';
import { nextRecord } from '../../../../shared/contracts/usage-file/json/plain-json.ts';

test.each([
  ['{}', false, 0],
  [' \n{}', false, 2],
  [' , {}', true, 3],
  ['{}', true, null],
  [',{}', false, null],
  [', ', true, null],
  ['', false, null],
  ['', true, null],
])('the record that comes next in "%s"', (text, isCommaDue, start) => {
  expect(nextRecord(Buffer.from(text), 0, isCommaDue)).toBe(start);
});
