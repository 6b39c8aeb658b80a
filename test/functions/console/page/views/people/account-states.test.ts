import { expect, test } from 'vitest';
import { accountStatesOf } from '../../../../../../functions/console/page/views/people/person/account-states.ts';

const T = true;
const F = false;
const UNKNOWN = null;

test.each([
  [F, F, F, ['active']],
  [F, F, T, ['active', 'site-admin']],
  [F, T, F, ['dormant']],
  [F, UNKNOWN, F, ['dormant-unknown']],
  [T, F, F, ['suspended']],
  [T, T, T, ['suspended', 'dormant', 'site-admin']],
  [T, UNKNOWN, UNKNOWN, ['suspended']],
  [UNKNOWN, F, F, ['suspended-unknown']],
  [UNKNOWN, UNKNOWN, UNKNOWN, ['suspended-unknown', 'dormant-unknown']],
])('suspended %s, dormant %s, site admin %s', (suspended, dormant, siteAdmin, names) => {
  const states = accountStatesOf({ suspended, dormant, site_admin: siteAdmin });
  expect(states.map(({ name }) => name)).toEqual(names);
});
