import { expect, test } from 'vitest';
import type { SecurityProduct, SystemUser } from '../../../shared/domain/account.ts';
import {
  type AccountState,
  isSystemUser,
  PACKED_STATES,
  packState,
  unpackState,
} from '../../../shared/domain/account-state.ts';

const SYSTEM_USERS: readonly (SystemUser | null)[] = [null, 'ghost', 'scim-admin'];
const FLAGS = [true, false, null];
const PRODUCTS: readonly (readonly SecurityProduct[] | null)[] = [
  null,
  [],
  ['advanced-security'],
  ['code-security'],
  ['secret-protection'],
  ['advanced-security', 'code-security'],
  ['advanced-security', 'secret-protection'],
  ['code-security', 'secret-protection'],
  ['advanced-security', 'code-security', 'secret-protection'],
];

const STATES: readonly AccountState[] = SYSTEM_USERS.flatMap((systemUser) =>
  FLAGS.flatMap((suspended) =>
    FLAGS.flatMap((dormant) =>
      FLAGS.flatMap((siteAdmin) =>
        PRODUCTS.map((securityProducts) => ({ systemUser, suspended, dormant, siteAdmin, securityProducts })),
      ),
    ),
  ),
);

test('a state is the same after it was packed, and what is unknown stays so', () => {
  expect(STATES.map(packState).map(unpackState)).toEqual(STATES);
});

test('packed states are below the number of them, and no two are the same', () => {
  const packed = STATES.map(packState);
  expect(new Set(packed).size).toBe(STATES.length);
  expect(packed.filter((state) => state < 0 || state >= PACKED_STATES)).toEqual([]);
});

test('who is a system user shows without unpacking', () => {
  const systemUsers = STATES.filter((state) => isSystemUser(packState(state)));
  expect(systemUsers).toEqual(STATES.filter(({ systemUser }) => systemUser !== null));
});
