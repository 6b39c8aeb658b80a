import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Email } from '../../../shared/domain/email.ts';
import { EmailNumbers } from '../../../shared/domain/email-numbers.ts';
import type { IdentityHashes } from '../../../shared/domain/identity-hashes.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const HEX_DIGITS = 32;

/** Of each that was added since, in hex. */
function takenFrom(hashes: IdentityHashes): string[] {
  const { buffer, byteOffset, byteLength } = hashes.take();
  const hex = Buffer.from(buffer, byteOffset, byteLength).toString('hex');
  return hex.match(/.{32}/g) ?? [];
}

/** As Node has it. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HEX_DIGITS);
}

test('a key of whatever length has the SHA-256 of its identity', () => {
  const hashes = new EmailNumbers().newIdentityHashes();
  for (let length = 0; length < 300; length++) {
    const login = 'mona-lisa'.repeat(length).slice(0, length);
    hashes.addKey(`login:${login}`);
    expect(takenFrom(hashes)).toEqual([sha256(`person:v1:login:${login}`)]);
  }
});

test('keys together have the same hashes as each alone, however long the others are', () => {
  const logins = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(logins, (texts) => {
      const hashes = new EmailNumbers().newIdentityHashes();
      const found: string[] = [];
      for (const text of texts) {
        hashes.addKey(`login:${text}`);
        if (hashes.isFull) found.push(...takenFrom(hashes));
      }
      expect([...found, ...takenFrom(hashes)]).toEqual(
        texts.map((text) => sha256(`person:v1:login:${text}`)),
      );
    }),
  );
});

test('when it is full no other is added', () => {
  const hashes = new EmailNumbers().newIdentityHashes();
  while (!hashes.isFull) hashes.addKey('login:mona');
  expect(() => hashes.addKey('login:lisa')).toThrow(RangeError);
  expect(new Set(takenFrom(hashes))).toEqual(new Set([sha256('person:v1:login:mona')]));
  hashes.addKey('login:lisa');
  expect(takenFrom(hashes)).toEqual([sha256('person:v1:login:lisa')]);
});

test('a key is hashed as UTF-8; one that is too long is refused, not cut', () => {
  const hashes = new EmailNumbers().newIdentityHashes();
  hashes.addKey('login:zoë\u{1f600}');
  expect(takenFrom(hashes)).toEqual([sha256('person:v1:login:zoë\u{1f600}')]);
  expect(() => hashes.addKey(`login:${'x'.repeat(10_000)}`)).toThrow(RangeError);
});

test('an address has the hash of the key that it is', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'b', '-', 'ä', '\u{1f600}'),
    minLength: 1,
    maxLength: 60,
  });
  const address = fc.tuple(part, part).map((parts) => parts.join('@') as Email);
  fc.assert(
    fc.property(fc.array(address, { minLength: 1 }), (addresses) => {
      const emails = new EmailNumbers();
      for (const each of addresses) {
        const hashes = emails.newIdentityHashes();
        hashes.addEmail(emails.add(each));
        expect(takenFrom(hashes)).toEqual([sha256(`person:v1:email:${each}`)]);
      }
    }),
  );
});

test.each([
  ['Mona', [sha256('person:v1:login:mona')]],
  ['OCTO-cat_ACME9', [sha256('person:v1:login:octo-cat_acme9')]],
  ['Zoë', []],
])('the login %s has the hash of its key, where its lower case is that of ASCII', (login, expected) => {
  const bytes = Buffer.from(`before${login}behind`);
  const hashes = new EmailNumbers().newIdentityHashes();
  expect(hashes.addLogin({ bytes, start: 6, end: bytes.length - 6 })).toBe(expected.length > 0);
  expect(takenFrom(hashes)).toEqual(expected);
});

test('it goes on when the memory of addresses has grown, and when texts of addresses are asked for', () => {
  const emails = new EmailNumbers();
  const hashes = emails.newIdentityHashes();
  hashes.addKey('login:mona');
  for (let number = 0; number < 300_000; number++) emails.add(`mona-lisa-${number}@x.io` as Email);
  expect(emails.at(7)).toBe('mona-lisa-7@x.io');
  hashes.addLogin({ bytes: Buffer.from('Lisa'), start: 0, end: 4 });
  hashes.addEmail(7);
  expect(takenFrom(hashes)).toEqual(
    ['login:mona', 'login:lisa', 'email:mona-lisa-7@x.io'].map((key) => sha256(`person:v1:${key}`)),
  );
});

test('everybody has the hash of which the id is made', () => {
  fc.assert(
    fc.property(fc.array(aSnapshot, { minLength: 1, maxLength: 6 }), (snapshots) => {
      const people = resolve(newestOf(snapshots));
      const hashes = people.addresses.emails.newIdentityHashes();
      for (let position = 0; position < people.size; position++) {
        people.addIdentityTo(hashes, position);
        expect(takenFrom(hashes)).toEqual([personIdOf(people.keyAt(position))]);
      }
    }),
  );
});
