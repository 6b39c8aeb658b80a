import { expect, test } from 'vitest';
import { rowKey, sortedByKey } from '../../../shared/domain/row-key.ts';
import { email, licenseRow, ref } from '../../support/accounts.ts';

const visualStudio = { email: email('mona@example.com'), status: null };
const accounts = [ref('ghes-a:7'), ref('ghes-b:1')];

test.each([
  ['its login, whatever its case', { login: 'Mona', serverAccounts: accounts, visualStudio }, '@mona'],
  ['else its first server account', { serverAccounts: accounts, visualStudio }, 'ghes-a:7'],
  ['which may be a bare id', { serverAccounts: [{ hostName: null, userId: 7 }] }, ':7'],
  ['else the address of its subscription', { visualStudio }, 'visual-studio:mona@example.com'],
  ['nothing, where it names nobody', { visualStudio: { email: null, status: 'Matched' } }, null],
])('a license row is known by %s', (_, facts, key) => {
  expect(rowKey(licenseRow(facts))).toBe(key);
});

test('rows are sorted by key, and rows of one key by what they say, however they came', () => {
  const bareId = { serverAccounts: [{ hostName: null, userId: 7 }] };
  const sorted = [
    licenseRow({}),
    licenseRow({ ...bareId, totalUserAccounts: 1 }),
    licenseRow({ ...bareId, totalUserAccounts: 2 }),
    licenseRow({ login: 'anna' }),
    licenseRow({ login: 'Bert' }),
    licenseRow({ serverAccounts: accounts }),
    licenseRow({ visualStudio }),
  ];
  expect(sortedByKey(sorted)).toEqual(sorted);
  expect(sortedByKey(sorted.toReversed())).toEqual(sorted);
});
