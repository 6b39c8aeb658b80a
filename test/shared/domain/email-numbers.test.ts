import { expect, test } from 'vitest';
import type { Email } from '../../../shared/domain/email.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';

const MONA = '7yzx@x.io' as Email;
/** Another address with the same hash. */
const LISA = 'e6ad@x.io' as Email;

test('addresses are numbered in the order in which they come, each once', () => {
  const numbers = new EmailNumbers();
  expect([MONA, LISA, MONA, LISA].map((email) => numbers.add(email))).toEqual([0, 1, 0, 1]);
  expect([numbers.numberOf(LISA), numbers.numberOf('nobody@x.io' as Email)]).toEqual([1, NO_EMAIL]);
  expect([numbers.at(0), numbers.at(1), numbers.size]).toEqual([MONA, LISA, 2]);
});

test('more addresses than there is room for at first keep their numbers', () => {
  const numbers = new EmailNumbers();
  const emails = Array.from({ length: 5000 }, (_, number) => `${number}@x.io` as Email);
  for (const email of emails) numbers.add(email);
  expect(emails.map((email) => numbers.add(email))).toEqual(emails.map((_, number) => number));
  expect(emails.map((_, number) => numbers.at(number))).toEqual(emails);
});
