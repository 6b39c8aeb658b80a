import { expect, it } from 'vitest';
import { authorizeOwner } from '../../../functions/authorize-owner/authorize-owner.ts';
import { ScriptedOwners } from '../../support/fakes/scripted-owners.ts';

it('is what GitHub says of the token', async () => {
  const owners = new ScriptedOwners();
  owners.checks.set('ghp_abc', { verdict: 'owner', login: 'octo-owner' });
  expect(await authorizeOwner(owners, 'token ghp_abc')).toEqual({ verdict: 'owner', login: 'octo-owner' });
  expect(await authorizeOwner(owners, 'token ghp_def')).toEqual({ verdict: 'unauthenticated' });
});

it('does not ask GitHub about what is no token', async () => {
  const owners = new ScriptedOwners();
  expect(await authorizeOwner(owners, undefined)).toEqual({ verdict: 'unauthenticated' });
  expect(await authorizeOwner(owners, 'Digest ghp_abc')).toEqual({ verdict: 'unauthenticated' });
  expect(owners.asked).toEqual([]);
});
