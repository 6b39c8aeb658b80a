import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedList } from '../../../shared/merge/packed-list.ts';

function packed<Value>(values: readonly Value[]): PackedList<Value> {
  const list = new PackedList<Value>();
  for (const value of values) list.push(value);
  return list;
}

const someValues = fc
  .array(fc.jsonValue(), { maxLength: 2_500, size: 'max' })
  // JSON knows no minus zero.
  .map((values): unknown[] => JSON.parse(JSON.stringify(values)));

describe('a packed list', () => {
  it('gives back what it was given, in order, each time', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const list = packed(values);
        expect(list.length).toBe(values.length);
        expect([...list]).toEqual(values);
        expect([...list]).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 1, 1023, 1024, 1025, 2048, 2500])('gives any of %i values by its place', (length) => {
    const values = Array.from({ length }, (_, index) => ({ number: index, text: `value ${index}` }));
    const list = packed(values);
    const places = Array.from({ length: length + 2 }, (_, index) => length + 1 - index);
    expect(places.map((place) => list.at(place))).toEqual(places.map((place) => values[place]));
  });

  it('may be read by several at a time', () => {
    const values = Array.from({ length: 2_500 }, (_, index) => index);
    const list = packed(values);
    const pairs = [...list].map((value) => [value, list.at(2_499 - value)]);
    expect(pairs).toEqual(values.map((value) => [value, 2_499 - value]));
  });
});
