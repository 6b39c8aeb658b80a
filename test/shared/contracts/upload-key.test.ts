import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseUploadKey, safeFileName, uploadKeyOf } from '../../../shared/contracts/upload-key.ts';
import { normalizeHostName } from '../../../shared/domain/host-name.ts';

const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

it.each([
  ['uploads/all_users.csv', null, null, 'all_users.csv'],
  [`uploads/${ULID}/usage.json`, ULID, null, 'usage.json'],
  ['uploads/ghes.example.com/all_users.csv', null, 'ghes.example.com', 'all_users.csv'],
  [`uploads/ghes.example.com/${ULID}/all_users.csv`, ULID, 'ghes.example.com', 'all_users.csv'],
  ['uploads/GHES.Example.com/all_users.csv', null, 'ghes.example.com', 'all_users.csv'],
  ['uploads/ghes.example.com/2026/03/all users.csv', null, 'ghes.example.com', 'all users.csv'],
  [`uploads/${ULID.toLowerCase()}/all_users.csv`, null, ULID.toLowerCase(), 'all_users.csv'],
  ['uploads/my folder/all_users.csv', null, null, 'all_users.csv'],
  [`uploads/${ULID}`, null, null, ULID],
  ['uploads/ghes.example.com/', null, 'ghes.example.com', ''],
])('reads %s', (key, uploadId, hostName, fileName) => {
  expect(parseUploadKey(key)).toEqual({ uploadId, hostName, fileName });
});

it('refuses a key of another folder', () => {
  expect(() => parseUploadKey('snapshots/cloud/1')).toThrow('must begin with uploads/');
});

it.each([
  ['usage.json', 'usage.json'],
  ['Usage Export (1).JSON', 'Usage-Export-1-.JSON'],
  ['C:\\Users\\mona\\all_users.csv', 'all_users.csv'],
  ['../../etc/passwd', 'passwd'],
  ['.hidden', 'hidden'],
  ['résumé.csv', 'resume.csv'],
  ['a/', 'server-usage'],
  ['..', 'server-usage'],
  ['', 'server-usage'],
  [`${'a'.repeat(200)}.csv`, `${'a'.repeat(96)}.csv`],
  [`${'a'.repeat(9)}${'.-'.repeat(50)}.csv`, 'csv'],
])('makes %j safe as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

const ulids = fc.ulid();
const hostNames = fc.option(
  fc.stringMatching(/^[a-z0-9]([a-z0-9.-]{0,30}[a-z0-9])?$/).map(normalizeHostName),
);

it('gives a key that tells the same again, whatever the file is called', () => {
  fc.assert(
    fc.property(ulids, hostNames, fc.string({ unit: 'binary' }), (uploadId, hostName, fileName) => {
      const parsed = parseUploadKey(uploadKeyOf({ uploadId, hostName, fileName }));
      expect(parsed).toEqual({ uploadId, hostName, fileName: safeFileName(fileName) });
      expect(parsed.fileName).toMatch(/^\w[\w.-]{0,99}$/);
    }),
  );
});
