import { expect, it } from 'vitest';
import { lazy } from '../../../shared/runtime/lazy.ts';

it('makes nothing before the first call, and one value for all calls', () => {
  let made = 0;
  const value = lazy(() => ({ number: ++made }));
  expect(made).toBe(0);
  expect(value()).toBe(value());
  expect(made).toBe(1);
});

it('shares one promise between calls at the same time', () => {
  const value = lazy(async () => 'made');
  expect(value()).toBe(value());
});

it('keeps a value that is falsy', () => {
  let made = 0;
  const value = lazy(() => {
    made++;
    return null;
  });
  value();
  value();
  expect(made).toBe(1);
});

it('tries again after it threw', () => {
  const value = lazy(failOnce(() => 'made'));
  expect(value).toThrow('first attempt');
  expect(value()).toBe('made');
});

it('tries again after its promise was rejected', async () => {
  const value = lazy(failOnce(async () => 'made', Promise.reject.bind(Promise)));
  await expect(value()).rejects.toThrow('first attempt');
  await expect(value()).resolves.toBe('made');
});

function failOnce<Value>(
  create: () => Value,
  fail: (error: Error) => Value = (error) => {
    throw error;
  },
): () => Value {
  let attempts = 0;
  return () => (++attempts === 1 ? fail(new Error('first attempt')) : create());
}
