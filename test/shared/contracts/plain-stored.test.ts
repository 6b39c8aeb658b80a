import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainLicenseRow } from '../../../shared/contracts/plain-license-row.ts';
import { storedLicenseRow } from '../../../shared/contracts/stored-license-row.ts';
import { changedEntry, ROWS } from './stored-entries.ts';

it.each(ROWS)('a license row as it is stored is read by hand, and as the schema reads it (%#)', (row) => {
  const stored: unknown = JSON.parse(JSON.stringify(row));
  expect(isPlainLicenseRow(stored)).toBe(true);
  expect(storedLicenseRow.parse(stored)).toStrictEqual(stored);
});

it('a license row that was changed is read by hand only as the schema reads it', () => {
  const seen = { plain: 0, refused: 0 };
  fc.assert(
    fc.property(changedEntry(ROWS), (stored) => {
      const { success, data } = storedLicenseRow.safeParse(stored);
      if (!success) seen.refused++;
      if (!isPlainLicenseRow(stored)) return;
      seen.plain++;
      expect(success).toBe(true);
      expect(stored).toMatchObject(Object(data));
    }),
    { numRuns: 2000 },
  );
  expect(seen.plain).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);
});

it.each([null, 'text', 1, [], [{}]])('%j is no license row', (entry) => {
  expect(isPlainLicenseRow(entry)).toBe(false);
});
