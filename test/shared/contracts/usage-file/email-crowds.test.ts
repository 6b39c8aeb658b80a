import { expect, test } from 'vitest';
import { EmailCrowds } from '../../../../shared/contracts/usage-file/server/email-crowds.ts';
import type { Email } from '../../../../shared/domain/email.ts';
import { hashOf } from '../../../../shared/domain/email-hashes.ts';

const MONA = '7yzx@x.io' as Email;
/** Another address with the same hash. */
const LISA = 'e6ad@x.io' as Email;

test('an address is full once as many have it as may, whoever else has its hash', () => {
  expect(hashOf(MONA)).toBe(hashOf(LISA));
  const crowds = new EmailCrowds(3);
  const added: Email[] = [];
  const isFull = (email: Email) => crowds.isFull(email, () => added.filter((one) => one === email).length);
  for (const email of [MONA, LISA, MONA, LISA, MONA]) {
    expect(isFull(email)).toBe(false);
    crowds.add(email);
    added.push(email);
  }
  expect([isFull(MONA), isFull(LISA)]).toEqual([true, false]);
  crowds.add(LISA);
  expect(isFull(LISA)).toBe(true);
});
