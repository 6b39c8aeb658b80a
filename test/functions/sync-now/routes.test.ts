import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/contracts/http/routes.ts';
import { SyncNowWorld } from '../../support/sync-now-world.ts';

it('answers every route that the API gives it, and no other', () => {
  const given = ROUTES.filter((route) => route.function === 'sync-now');
  expect(Object.keys(new SyncNowWorld().routes).sort()).toEqual(
    given.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});
