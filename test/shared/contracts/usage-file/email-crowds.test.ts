import { expect, test } from 'vitest';
import { EmailCrowds } from '../../../../shared/contracts/usage-file/server/email-crowds.ts';

const MONA = 0;
const LISA = 5000;

test('there is room for as many with an address as may have it, whatever others have', () => {
  const crowds = new EmailCrowds(3);
  const added = [MONA, LISA, MONA, LISA, MONA, MONA, LISA, LISA].map((email) => crowds.addIfRoom(email));
  expect(added).toEqual([true, true, true, true, true, false, true, false]);
});
