import { expect, test } from 'vitest';
import { nextRecord, RecordScanner } from '../../../../shared/contracts/usage-file/json/record-scanner.ts';

const RECORD = Buffer.from(
  JSON.stringify(
    {
      id: 17,
      login: 'zo\u00eb',
      emails: [{ email: 'mona@example.com', primary: true }, 'lisa@example.org'],
      roles: ['one', 'two'],
      name: null,
      suspended: false,
      other: { n: 2 },
    },
    null,
    1,
  ),
);

function scanner(): RecordScanner {
  return new RecordScanner(
    ['id', 'login', 'emails', 'email'],
    new Map([
      ['roles', 'texts'],
      ['name', 'text'],
      ['suspended', 'flag'],
    ]),
  );
}

test('a record that the end of the chunk cuts anywhere is left alone, and one that is whole is read', () => {
  const records = scanner();
  for (let length = 1; length < RECORD.length; length++) {
    expect(records.read(RECORD.subarray(0, length), 0)).toBeNull();
  }
  records.tape.clear(RECORD);
  expect(records.read(RECORD.subarray(0), 0)).toBe(RECORD.length);
  expect(records.tape.textAt(records.tape.memberAt(1))).toBe('zo\u00eb');
});

test('a value that is not of the kind that a key is to have is left alone', () => {
  const records = scanner();
  for (const value of ['xalse', 'fals', 'tru', 'nul', '1', '""', '["a",]', '["a" "b"]', '[1]'])
    for (const key of ['roles', 'suspended']) {
      const record = Buffer.from(`{"${key}":${value}}`);
      expect(records.read(record, 0)).toBeNull();
    }
});

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
