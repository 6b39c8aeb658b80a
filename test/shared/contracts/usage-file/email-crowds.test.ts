import { expect, test } from 'vitest';
import { EmailCrowds } from '../../../../shared/contracts/usage-file/server/email-crowds.ts';
import type { Email } from '../../../../shared/domain/email.ts';

const MONA = 'mona@x.io' as Email;
const LISA = 'lisa@x.io' as Email;

test('there is room for as many with an address as may have it, whatever others have', () => {
  const crowds = new EmailCrowds(3);
  const added = [MONA, LISA, MONA, LISA, MONA, MONA, LISA, LISA].map((email) => crowds.addIfRoom(email));
  expect(added).toEqual([true, true, true, true, true, false, true, false]);
});
