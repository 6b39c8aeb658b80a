import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LeaseKeeper } from '../../../shared/merge/lease-keeper.ts';
import type { HeldLease, Lease } from '../../../shared/ports.ts';
import { InMemoryLease } from '../../support/fakes/in-memory-lease.ts';

const LEASE_MS = 60_000;

const beats = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  beats.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

async function keptLease() {
  const port = new InMemoryLease(LEASE_MS);
  return { port, keeper: await keeperOf(port) };
}

async function keeperOf(port: Lease): Promise<LeaseKeeper> {
  const keeper = await LeaseKeeper.acquire(port, 'first', Date.now, beats);
  if (keeper === null) throw new Error('the lease is not free');
  return keeper;
}

describe('a kept lease', () => {
  test('lasts for longer than it is given for, and each heartbeat is told', async () => {
    const { port, keeper } = await keptLease();
    await vi.advanceTimersByTimeAsync(3 * LEASE_MS);
    expect(await port.acquire('second', Date.now())).toBeNull();
    expect(keeper.expiresAtMs).toBe(Date.now() + LEASE_MS);
    expect(beats).toHaveBeenCalledTimes(9);
    await keeper.release();
  });

  test.each([LEASE_MS - 10, LEASE_MS + 10])(
    'that was given %i ms ago, by an answer long in coming, is renewed before anything is done, and no oftener',
    async (ms) => {
      const port = new InMemoryLease(LEASE_MS);
      const acquire = port.acquire.bind(port);
      port.acquire = async (owner, nowMs) => {
        const lease = await acquire(owner, nowMs);
        vi.setSystemTime(Date.now() + ms);
        return lease;
      };
      const keeper = await keeperOf(port);
      expect(await keeper.ensureHeld()).toBe(true);
      expect(keeper.expiresAtMs).toBe(Date.now() + LEASE_MS);
      await vi.advanceTimersByTimeAsync(LEASE_MS);
      expect(beats).toHaveBeenCalledTimes(3);
      await keeper.release();
    },
  );

  test('is renewed on demand where work kept the heartbeat waiting', async () => {
    const { port, keeper } = await keptLease();
    vi.setSystemTime(Date.now() + LEASE_MS - 1);
    expect(await keeper.ensureHeld()).toBe(true);
    expect(await port.acquire('second', Date.now() + LEASE_MS - 2)).toBeNull();
    await keeper.release();
  });

  test('that somebody else took is lost', async () => {
    const { port, keeper } = await keptLease();
    vi.setSystemTime(Date.now() + LEASE_MS);
    await port.acquire('second', Date.now());
    expect(await keeper.ensureHeld()).toBe(false);
    expect(keeper.expiresAtMs).toBeNull();
    await keeper.release();
    expect(await port.holder(Date.now())).toBe('second');
  });
});

describe('a lease that was given back', () => {
  test('is free, no longer held, and renewed no more', async () => {
    const { port, keeper } = await keptLease();
    await keeper.release();
    await vi.advanceTimersByTimeAsync(LEASE_MS);
    expect(await keeper.ensureHeld()).toBe(false);
    expect(await port.holder(Date.now())).toBeNull();
    expect(beats).not.toHaveBeenCalled();
  });

  test('stays so when a renewal was under way', async () => {
    const { port, keeper } = await keptLease();
    const renewal = Promise.withResolvers<HeldLease | null>();
    port.renew = () => renewal.promise;
    await vi.advanceTimersByTimeAsync(LEASE_MS / 3);
    await keeper.release();
    renewal.resolve({ owner: 'first', fence: 1, expiresAtMs: Date.now() + LEASE_MS });
    await vi.advanceTimersByTimeAsync(0);
    expect(await keeper.ensureHeld()).toBe(false);
  });
});
