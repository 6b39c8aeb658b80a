import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvOf,
  EXPORT_USER,
  exportOf,
  LICENSE_ROW,
  licensePage,
  read,
  reportOf,
  reportRow,
} from './files.ts';
import { spoiled } from './spoiled.ts';

const LICENSE_CSV = csvOf(
  Object.fromEntries(Object.entries(LICENSE_ROW).map(([key, value]) => [key, [value].flat().join(', ')])),
);
const ODD_USER = {
  id: 5,
  login: 'zo\u00eb "\u{1f600}" \\ \u20ac',
  emails: ['zo\u00eb@example.com'],
  n: -1.5e3,
};

const FILES: [string, string][] = [
  ['an export', exportOf([EXPORT_USER, ODD_USER])],
  ['an encrypted export', exportOf('c2VjcmV0'.repeat(20))],
  [
    'a users report',
    `\ufeff${reportOf(reportRow({}), reportRow({ id: '5', login: 'zo\u00eb\u20ac' })).replaceAll('\n', '\r\n')}`,
  ],
  ['consumed licenses', licensePage([LICENSE_ROW]) + licensePage([{ github_com_login: 'a' }])],
  ['consumed licenses as CSV', LICENSE_CSV],
  ['an export with problems', exportOf([{ id: 'x' }, EXPORT_USER, 5, EXPORT_USER, ODD_USER, ODD_USER])],
  ['an export cut off', exportOf([{ id: 'x' }, EXPORT_USER]).slice(0, -30)],
  [
    'a report with problems',
    reportOf(reportRow({ id: 'x' }), reportRow({ dormant: 'x' }), reportRow({}), '1,2'),
  ],
  ['a report with a stray quote', reportOf(reportRow({ id: 'x' }), reportRow({ login: 'mo"na' }))],
  ['a report with a NUL', reportOf(reportRow({ id: 'x' }), reportRow({ login: 'mo\u0000na' }))],
  ['a text', 'zo\u00eb'],
];
const CONTEXT = { hostName: 'ghes.example.com' };

/** The bytes in chunks, cut at any places; some chunks may be empty. */
function inChunks(bytes: Buffer): fc.Arbitrary<Buffer[]> {
  return fc.array(fc.nat(bytes.length), { maxLength: 12 }).map((places) => {
    const cuts = [0, ...places.toSorted((one, other) => one - other), bytes.length];
    return cuts.slice(1).map((cut, index) => bytes.subarray(cuts[index], cut));
  });
}

describe('however the bytes are cut into chunks, the outcome is the same', () => {
  test.each(FILES)('%s', async (_, file) => {
    const bytes = Buffer.from(file);
    const whole = await read(bytes, CONTEXT);
    expect(
      await read(
        [...bytes].map((byte) => Buffer.from([byte])),
        CONTEXT,
      ),
    ).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(inChunks(bytes), async (chunks) => {
        expect(await read(chunks, CONTEXT)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test.each(FILES.slice(0, 5))('%s, gzipped', async (_, file) => {
    const zipped = gzipSync(file);
    const whole = await read(file, CONTEXT);
    await fc.assert(
      fc.asyncProperty(inChunks(zipped), async (chunks) => {
        expect(await read(chunks, CONTEXT)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });
});

describe('whatever becomes of the bytes, there is an outcome and no error', () => {
  test.each(FILES.slice(0, 5))('%s', async (_, file) => {
    await fc.assert(
      fc.asyncProperty(spoiled(Buffer.from(file)), async (bytes) => {
        expect(['usage', 'encrypted', 'rejected']).toContain((await read(bytes, CONTEXT)).kind);
      }),
      { numRuns: 150 },
    );
  });

  test('a gzipped export', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled(gzipSync(exportOf([EXPORT_USER]))), async (bytes) => {
        expect(['usage', 'rejected']).toContain((await read(bytes, CONTEXT)).kind);
      }),
      { numRuns: 100 },
    );
  });

  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await read(bytes, CONTEXT)).kind).toBe('rejected');
      }),
      { numRuns: 200 },
    );
  });
});
