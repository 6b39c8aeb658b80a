import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Email } from '../../../shared/domain/email.ts';
import { EmailNumbers } from '../../../shared/domain/email-numbers.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

function hexOf({ buffer, byteOffset, byteLength }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

/** As Node has it. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('a key of whatever length has the SHA-256 of its identity', () => {
  const hash = new EmailNumbers().newIdentityHash();
  for (let length = 0; length < 300; length++) {
    const login = 'mona-lisa'.repeat(length).slice(0, length);
    expect(hexOf(hash.ofKey(`login:${login}`))).toBe(sha256(`person:v1:login:${login}`));
  }
});

test('a key is hashed as UTF-8; one that is too long is refused, not cut', () => {
  const hash = new EmailNumbers().newIdentityHash();
  expect(hexOf(hash.ofKey('login:zoë\u{1f600}'))).toBe(sha256('person:v1:login:zoë\u{1f600}'));
  expect(() => hash.ofKey(`login:${'x'.repeat(10_000)}`)).toThrow(RangeError);
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
      const hash = emails.newIdentityHash();
      for (const each of addresses)
        expect(hexOf(hash.ofEmail(emails.add(each)))).toBe(sha256(`person:v1:email:${each}`));
    }),
  );
});

test.each([
  ['Mona', sha256('person:v1:login:mona')],
  ['OCTO-cat_ACME9', sha256('person:v1:login:octo-cat_acme9')],
  ['Zoë', null],
])('the login %s has the hash of its key, where its lower case is that of ASCII', (login, expected) => {
  const bytes = Buffer.from(`before${login}behind`);
  const hash = new EmailNumbers().newIdentityHash().ofLogin({ bytes, start: 6, end: bytes.length - 6 });
  expect(hash === null ? null : hexOf(hash)).toBe(expected);
});

test('it goes on when the memory of addresses has grown', () => {
  const emails = new EmailNumbers();
  const hash = emails.newIdentityHash();
  const before = hexOf(hash.ofKey('login:mona'));
  for (let number = 0; number < 300_000; number++) emails.add(`mona-lisa-${number}@x.io` as Email);
  expect(hexOf(hash.ofKey('login:mona'))).toBe(before);
  expect(hexOf(hash.ofLogin({ bytes: Buffer.from('mona'), start: 0, end: 4 }) ?? new Int32Array())).toBe(
    before,
  );
});

test('everybody has the hash of which the id is made', () => {
  fc.assert(
    fc.property(fc.array(aSnapshot, { minLength: 1, maxLength: 6 }), (snapshots) => {
      const people = resolve(newestOf(snapshots));
      const hash = people.addresses.emails.newIdentityHash();
      for (let position = 0; position < people.size; position++) {
        const id = personIdOf(people.keyAt(position));
        expect(hexOf(people.identityHashAt(position, hash)).slice(0, id.length)).toBe(id);
      }
    }),
  );
});
