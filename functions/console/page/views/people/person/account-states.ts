import type { PersonBody } from '../../../api/people.ts';

type AccountFlags = Pick<PersonBody['server_accounts'][number], 'suspended' | 'dormant' | 'site_admin'>;

interface AccountState {
  readonly name: 'active' | 'suspended' | 'suspended-unknown' | 'dormant' | 'dormant-unknown' | 'site-admin';
  readonly tone: 'success' | 'danger' | 'attention' | 'done' | 'default';
}

/**
 * What the flags of a server account come to. Null is unknown and said to be so, for it never means false; of a
 * suspended account it does not matter whether it is dormant.
 */
export function accountStatesOf({ suspended, dormant, site_admin: siteAdmin }: AccountFlags): AccountState[] {
  const states: AccountState[] = [];
  if (suspended === true) states.push({ name: 'suspended', tone: 'danger' });
  if (suspended === null) states.push({ name: 'suspended-unknown', tone: 'attention' });
  if (dormant === true) states.push({ name: 'dormant', tone: 'attention' });
  if (suspended !== true && dormant === null) states.push({ name: 'dormant-unknown', tone: 'default' });
  if (suspended === false && dormant === false) states.push({ name: 'active', tone: 'success' });
  if (siteAdmin === true) states.push({ name: 'site-admin', tone: 'done' });
  return states;
}
