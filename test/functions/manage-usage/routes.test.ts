import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/contracts/http/routes.ts';
import { ManageUsageWorld } from '../../support/manage-usage-world.ts';

it('answers every route that the API gives it, and no other', () => {
  const given = ROUTES.filter((route) => route.function === 'manage-usage');
  expect(Object.keys(new ManageUsageWorld().routes).sort()).toEqual(
    given.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});
