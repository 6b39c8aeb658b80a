import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NamesOnTape } from '../../../../shared/contracts/usage-file/cloud/names-on-tape.ts';
import { RecordScanner } from '../../../../shared/contracts/usage-file/json/record-scanner.ts';
import {
  AS_LOGIN,
  IN_LOWER_CASE,
  OTHERWISE,
  UNUSUAL_NAME,
} from '../../../../shared/contracts/usage-file/json/row-names-format.ts';
import { NOWHERE } from '../../../../shared/contracts/usage-file/json/tape-format.ts';
import { hashOf } from '../../../../shared/domain/text-hash.ts';

/** Of records of a login and a NameID, where each may be left out. */
function namesOf(records: readonly (readonly [unknown, unknown])[]) {
  const scanner = new RecordScanner({ read: ['login', 'name_id'] });
  const names = new NamesOnTape(scanner, 0, 1);
  const texts = records.map(([login, nameId]) => JSON.stringify({ login, name_id: nameId }));
  expect(scanner.read(Buffer.from(texts.join()), 0)).toBe(records.length);
  names.prepare(scanner.tape);
  return { names, tape: scanner.tape };
}

const name = fc.string({ unit: fc.constantFrom('a', 'Z', '9', '-', '_', '~', '!'), minLength: 1 });

test('the hash of a login is that of the key of its row', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), (logins) => {
      const { names } = namesOf(logins.map((login) => [login, null]));
      const hashes = logins.map((login) => {
        const key = Buffer.from(`@${login.toLowerCase()}`);
        return hashOf(key, 0, key.length);
      });
      expect([...names.hashes.subarray(0, logins.length)]).toEqual(hashes);
    }),
  );
});

test.each([
  ['mona', 'mona'],
  ['x'.repeat(255), 'x'.repeat(255)],
  ['~!', '~!'],
  ['', NOWHERE],
  [null, NOWHERE],
  [undefined, NOWHERE],
  ['x'.repeat(256), UNUSUAL_NAME],
  ['mona lisa', UNUSUAL_NAME],
  ['mona\u007f', UNUSUAL_NAME],
  ['monà', UNUSUAL_NAME],
  [7, UNUSUAL_NAME],
  [['mona'], UNUSUAL_NAME],
])('of the login and the NameID %j it is told where it is, if it is plain', (told, expected) => {
  const { names, tape } = namesOf([
    [told, 'lisa'],
    ['lisa', told],
  ]);
  for (const place of [names.logins[0] ?? 0, names.nameIds[1] ?? 0])
    expect(place > NOWHERE ? tape.textAt(place) : place).toBe(expected);
});

test.each([
  ['Mona', 'mona', AS_LOGIN],
  ['mona', 'mona', AS_LOGIN],
  ['Mona', 'Mona', OTHERWISE],
  ['Mona', 'lisa', IN_LOWER_CASE],
  ['Mona', 'monalisa', IN_LOWER_CASE],
  ['Mona', 'Lisa', OTHERWISE],
  ['Mona@x.io', 'mona@x.io', IN_LOWER_CASE],
  [null, 'mona', IN_LOWER_CASE],
  ['monà', 'mona', IN_LOWER_CASE],
  ['Mona', null, OTHERWISE],
])('beside the login %j the NameID %j is written in the form %i', (login, nameId, form) => {
  expect(namesOf([[login, nameId]]).names.nameIdForms[0]).toBe(form);
});
