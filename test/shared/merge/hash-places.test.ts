import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HashColumn } from '../../../shared/merge/hash-column.ts';
import { HashPlaces, NOWHERE } from '../../../shared/merge/hash-places.ts';

/** Few of them end differently, so that they meet in the slots. */
const aHash = fc
  .tuple(fc.stringMatching(/^[0-9a-f]{2}$/), fc.constantFrom('0', '1', 'e', 'f'))
  .map(([first, last]) => `${first}${'0'.repeat(29)}${last}`);

function columnOf(hashes: readonly string[]): HashColumn {
  const column = new HashColumn(hashes.length);
  for (const [position, hash] of hashes.entries()) column.addHex(position, hash);
  return column;
}

test('a hash is found where it is in the other column, and nowhere else', () => {
  const someHashes = fc.uniqueArray(aHash, { maxLength: 40 });
  fc.assert(
    fc.property(someHashes, someHashes, (known, sought) => {
      const places = new HashPlaces(columnOf(known));
      const column = columnOf(sought);
      const found = sought.map((_, position) => places.of(column, position));
      expect(found).toEqual(sought.map((hash) => (known.includes(hash) ? known.indexOf(hash) : NOWHERE)));
    }),
  );
});
