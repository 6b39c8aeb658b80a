import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserIdSet } from '../../../shared/domain/user-id-set.ts';

/** Small ones of which some come twice, and any others. */
const userId = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

test('a set of user ids has those that were added, and no others', () => {
  fc.assert(
    fc.property(fc.array(userId, { maxLength: 300, size: 'max' }), fc.array(userId), (added, asked) => {
      const userIds = new UserIdSet();
      for (const each of added) userIds.add(each);
      expect([...added, ...asked].map((each) => userIds.has(each))).toEqual(
        [...added, ...asked].map((each) => added.includes(each)),
      );
    }),
  );
});
