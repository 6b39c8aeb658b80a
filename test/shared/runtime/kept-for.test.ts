import { expect, it } from 'vitest';
import { keptFor } from '../../../shared/runtime/kept-for.ts';

/** A value that is made anew each time, with a clock that is set by hand. */
function world(create?: () => Promise<number>) {
  const clock = { nowMs: 1000 };
  let made = 0;
  const read = keptFor(60, create ?? (async () => ++made), () => clock.nowMs);
  return { clock, read };
}

it('gives the same value until its time is over', async () => {
  const { clock, read } = world();
  expect([await read(), await read()]).toEqual([1, 1]);
  clock.nowMs = 1059;
  expect(await read()).toBe(1);
  clock.nowMs = 1060;
  expect(await read()).toBe(2);
});

it('makes it once for all who ask at a time', async () => {
  const { read } = world();
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
});

it('does not keep a failure', async () => {
  let attempts = 0;
  const { read } = world(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('no');
    return attempts;
  });
  await expect(read()).rejects.toThrow('no');
  expect(await read()).toBe(2);
});
