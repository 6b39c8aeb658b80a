import { expect, it } from 'vitest';
import { RecentValues } from '../../../../shared/adapters/s3/recent-values.ts';

/** Values that tell how often each was loaded. */
function counted(limit: number): { values: RecentValues<string>; loaded: string[] } {
  const loaded: string[] = [];
  const values = new RecentValues(limit, async (key) => {
    loaded.push(key);
    return `value of ${key}`;
  });
  return { values, loaded };
}

it('loads a value once, also when it is asked for while it is being loaded', async () => {
  const { values, loaded } = counted(2);
  expect(await Promise.all([values.get('a'), values.get('a')])).toEqual(['value of a', 'value of a']);
  await values.get('a');
  expect(loaded).toEqual(['a']);
});

it('forgets the one that was not asked for the longest', async () => {
  const { values, loaded } = counted(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await values.get(key);
  expect(loaded).toEqual(['a', 'b', 'c', 'b']);
});

it('does not keep a failure', async () => {
  let attempts = 0;
  const values = new RecentValues(2, async () => {
    if (++attempts === 1) throw new Error('no answer');
    return 'value';
  });
  await expect(values.get('a')).rejects.toThrow('no answer');
  expect(await values.get('a')).toBe('value');
});
