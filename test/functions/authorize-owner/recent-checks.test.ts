import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { LRUCache } from 'lru-cache';
import { describe, expect, it, vi } from 'vitest';
import { RecentChecks } from '../../../functions/authorize-owner/recent-checks.ts';
import type { OwnerCheck } from '../../../shared/github-ports.ts';
import { ScriptedOwners } from '../../support/fakes/scripted-owners.ts';

const OWNER: OwnerCheck = { verdict: 'owner', login: 'octo-owner' };
const TOKEN = 'ghp_sentinel';

/** Recent checks over scripted owners, with a clock that is set by hand. */
function world(check: OwnerCheck = OWNER) {
  const owners = new ScriptedOwners();
  owners.checks.set(TOKEN, check);
  const clock = { nowMs: 0 };
  return { owners, clock, recent: new RecentChecks(owners, () => clock.nowMs) };
}

describe('a verdict is kept', () => {
  it.each<{ check: OwnerCheck; forMs: number }>([
    { check: OWNER, forMs: 60_000 },
    { check: { verdict: 'forbidden' }, forMs: 15_000 },
    { check: { verdict: 'unauthenticated' }, forMs: 15_000 },
  ])('$check.verdict: for $forMs ms', async ({ check, forMs }) => {
    const { owners, clock, recent } = world(check);
    await recent.check(TOKEN);
    clock.nowMs = forMs - 1;
    expect(await recent.check(TOKEN)).toEqual(check);
    expect(owners.asked).toHaveLength(1);
    clock.nowMs = forMs;
    expect(await recent.check(TOKEN)).toEqual(check);
    expect(owners.asked).toHaveLength(2);
  });

  it('but not that GitHub could not be asked, even if the clock is set back', async () => {
    const { owners, clock, recent } = world({ verdict: 'unavailable' });
    expect(await recent.check(TOKEN)).toEqual({ verdict: 'unavailable' });
    owners.checks.set(TOKEN, OWNER);
    clock.nowMs = -1;
    expect(await recent.check(TOKEN)).toEqual(OWNER);
  });

  it('from the moment GitHub was asked, not from its answer', async () => {
    const { owners, clock, recent } = world();
    const asked = recent.check(TOKEN);
    clock.nowMs = 5_000;
    await asked;
    clock.nowMs = 60_000;
    await recent.check(TOKEN);
    expect(owners.asked).toHaveLength(2);
  });

  it('no longer because it is used', async () => {
    const { owners, clock, recent } = world();
    for (clock.nowMs = 0; clock.nowMs <= 60_000; clock.nowMs += 20_000) await recent.check(TOKEN);
    expect(owners.asked).toHaveLength(2);
  });
});

it('one who is an owner no longer is refused when the minute is over', async () => {
  const { owners, clock, recent } = world();
  await recent.check(TOKEN);
  owners.checks.set(TOKEN, { verdict: 'forbidden' });
  clock.nowMs = 60_000;
  expect(await recent.check(TOKEN)).toEqual({ verdict: 'forbidden' });
});

it('tokens are checked each by itself', async () => {
  const { recent } = world();
  expect(await recent.check(TOKEN)).toEqual(OWNER);
  expect(await recent.check(`${TOKEN}2`)).toEqual({ verdict: 'unauthenticated' });
});

it('checks of one token at a time are one request', async () => {
  const { owners, recent } = world();
  const checks = await Promise.all([recent.check(TOKEN), recent.check(TOKEN), recent.check(TOKEN)]);
  expect(checks).toEqual([OWNER, OWNER, OWNER]);
  expect(owners.asked).toHaveLength(1);
});

it('a check that fails takes nobody with it who comes later', async () => {
  const { owners, recent } = world();
  const failing = new RecentChecks({ check: () => Promise.reject(new Error('no')) }, () => 0);
  await expect(failing.check(TOKEN)).rejects.toThrow('no');
  await expect(failing.check(TOKEN)).rejects.toThrow('no');
  await recent.check(TOKEN);
  expect(owners.asked).toHaveLength(1);
});

it('forgets the token that was not used for longest when there are a thousand others', async () => {
  const { owners, recent } = world();
  await recent.check(TOKEN);
  for (let other = 1; other < 1000; other += 1) await recent.check(`other-${other}`);
  await recent.check(TOKEN);
  expect(owners.asked).toHaveLength(1000);
  for (let other = 1000; other < 2000; other += 1) await recent.check(`other-${other}`);
  await recent.check(TOKEN);
  expect(owners.asked).toHaveLength(2001);
});

it('keeps a hash of the token and never the token', async () => {
  const { recent } = world();
  const keeping = [vi.spyOn(LRUCache.prototype, 'set'), vi.spyOn(Map.prototype, 'set')];
  await recent.check(TOKEN);
  const kept = keeping.flatMap(({ mock }) => mock.calls);
  for (const spy of keeping) spy.mockRestore();
  expect(kept.map(([key]) => key)).toContain(createHash('sha256').update(TOKEN).digest('hex'));
  expect(inspect(kept, { depth: 5 })).not.toContain(TOKEN);
});
