import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Email, normalizeEmail } from '../../../shared/domain/email.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';

const MONA = '7yzx@x.io' as Email;
/** Another address with the same hash. */
const LISA = 'e6ad@x.io' as Email;

test('addresses are numbered in the order in which they come, each once', () => {
  const numbers = new EmailNumbers();
  expect([MONA, LISA, MONA, LISA].map((email) => numbers.add(email))).toEqual([0, 1, 0, 1]);
  expect([numbers.at(0), numbers.at(1), numbers.size]).toEqual([MONA, LISA, 2]);
});

test('more addresses than there is room for at first keep their numbers', () => {
  const numbers = new EmailNumbers();
  const emails = Array.from({ length: 5000 }, (_, number) => `${number}@x.io` as Email);
  for (const email of emails) numbers.add(email);
  expect(emails.map((email) => numbers.add(email))).toEqual(emails.map((_, number) => number));
  expect(emails.map((_, number) => numbers.at(number))).toEqual(emails);
});

test('the bytes of an address have the number of the normalized address, all others none', () => {
  const part = fc.constantFrom(
    'Mona',
    'mona',
    'ä',
    ' ',
    '\t',
    '\u00a0',
    '@',
    '.',
    '+1',
    '\u0130',
    'x'.repeat(120),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.nat(3), (parts, before) => {
      const text = parts.join('');
      const bytes = Buffer.from('-'.repeat(before) + text);
      const numbers = new EmailNumbers();
      const number = numbers.addBytes(bytes, before, bytes.length);
      expect(number === NO_EMAIL ? null : numbers.at(number)).toBe(normalizeEmail(text));
      expect(numbers.size).toBe(number === NO_EMAIL ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});
