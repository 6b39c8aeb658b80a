import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/contracts/http/routes.ts';
import { ReadUsageWorld } from '../../support/read-usage-world.ts';

it('answers every route that the API gives it, and no other', () => {
  const given = ROUTES.filter((route) => route.function === 'read-usage');
  expect(Object.keys(new ReadUsageWorld().routes).sort()).toEqual(
    given.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});
