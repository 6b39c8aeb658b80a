import { expect, test } from 'vitest';
import { namedFile } from '../../../functions/license-usage/named-file.ts';

test.each([
  ['all_users.csv', 'all_users.csv', null],
  ['ghes.example.com=all_users.csv', 'all_users.csv', 'ghes.example.com'],
  ['GHES.example.com=reports/a=b.csv', 'reports/a=b.csv', 'ghes.example.com'],
  ['./a=b.csv', './a=b.csv', null],
  ['not a host=all_users.csv', 'not a host=all_users.csv', null],
  ['uploads/ghes.example.com/all_users.csv', 'uploads/ghes.example.com/all_users.csv', 'ghes.example.com'],
  [
    '/tmp/uploads/ghes.example.com/01JZZZZZZZZZZZZZZZZZZZZZZZ/all_users.csv',
    '/tmp/uploads/ghes.example.com/01JZZZZZZZZZZZZZZZZZZZZZZZ/all_users.csv',
    'ghes.example.com',
  ],
  [
    'a.example.com=uploads/b.example.com/all_users.csv',
    'uploads/b.example.com/all_users.csv',
    'a.example.com',
  ],
  ['/tmp/uploads/all_users.csv', '/tmp/uploads/all_users.csv', null],
  ['/uploads/mona/work/2026/all_users.csv', '/uploads/mona/work/2026/all_users.csv', null],
])('%s is the file %s of %s', (argument, path, hostName) => {
  expect(namedFile(argument)).toEqual({ path, hostName });
});
