import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { S3LicenseReports } from '../../shared/adapters/s3/license-reports.ts';
import type { ConsumedLicense } from '../../shared/domain/consumed-license.ts';
import type { LicenseReports } from '../../shared/ports.ts';
import { consumedLicense } from '../support/consumed-licenses.ts';
import { InMemoryLicenseReports } from '../support/fakes/in-memory-license-reports.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';
import { FULL_LICENSE } from './samples.ts';

const LICENSES = [FULL_LICENSE, consumedLicense({ login: 'bare' }), consumedLicense({ login: null })];
const MANY = Array.from({ length: 450 }, (_, number) => consumedLicense({ login: `user-${number}` }));

const FIRST_PAGE = { page: 1, perPage: 30 };

let reports = 0;

function suite(create: () => LicenseReports): void {
  async function written(licenses: readonly ConsumedLicense[], seatsPurchased: number | null = null) {
    const store = create();
    const id = `merge-${++reports}`;
    await store.write(id, { seatsPurchased, licenses: Readable.from(licenses) });
    return { store, id };
  }

  it('gives back what was written, in its order, with the totals', async () => {
    const { store, id } = await written(LICENSES, 500);
    expect(await store.page(id, FIRST_PAGE)).toEqual({ items: LICENSES, total: 3, seatsPurchased: 500 });
  });

  it('knows no seats purchased when nobody told them', async () => {
    const { store, id } = await written(LICENSES);
    expect(await store.page(id, FIRST_PAGE)).toMatchObject({ seatsPurchased: null });
  });

  it('is empty for no licenses', async () => {
    const { store, id } = await written([], 0);
    expect(await store.page(id, FIRST_PAGE)).toEqual({ items: [], total: 0, seatsPurchased: 0 });
  });

  it.each([
    [1, 100, 0, 100],
    [2, 100, 100, 200],
    [5, 100, 400, 450],
    [4, 30, 90, 120],
    [15, 30, 420, 450],
    [16, 30, 450, 450],
    [1000, 100, 450, 450],
  ])('numbers its pages: page %i of %i each', async (page, perPage, from, to) => {
    const { store, id } = await written(MANY);
    const expected = { items: MANY.slice(from, to), total: 450, seatsPurchased: null };
    expect(await store.page(id, { page, perPage })).toEqual(expected);
  });

  it.each([0, 3, 450])('is read from end to end: %i licenses', async (count) => {
    const licenses = MANY.slice(0, count);
    const { store, id } = await written(licenses, 500);
    const report = await store.read(id);
    expect(report?.seatsPurchased).toBe(500);
    expect(await Readable.from(report?.licenses ?? []).toArray()).toEqual(licenses);
  });

  it('keeps the reports of several merges apart', async () => {
    const store = create();
    const ids = ['keep-1', 'keep-2', 'keep-3', 'keep-4', 'keep-5'];
    for (const id of ids) {
      const licenses = Readable.from([consumedLicense({ login: id })]);
      await store.write(id, { seatsPurchased: null, licenses });
    }
    for (const id of [...ids, ...ids]) {
      expect((await store.page(id, FIRST_PAGE))?.items).toMatchObject([{ login: id }]);
    }
  });

  it('knows no report that was not written, until it is', async () => {
    const store = create();
    expect(await store.page('late', FIRST_PAGE)).toBeNull();
    expect(await store.read('late')).toBeNull();
    await store.write('late', { seatsPurchased: null, licenses: Readable.from(LICENSES) });
    expect(await store.page('late', FIRST_PAGE)).toMatchObject({ total: 3 });
  });

  it('has no report of which the licenses broke off', async () => {
    const store = create();
    const broken = async function* (): AsyncGenerator<ConsumedLicense> {
      yield FULL_LICENSE;
      throw new Error('the snapshot is damaged');
    };
    await expect(store.write('broken', { seatsPurchased: null, licenses: broken() })).rejects.toThrow(
      'the snapshot is damaged',
    );
    expect(await store.page('broken', FIRST_PAGE)).toBeNull();
  });
}

describe('LicenseReports in memory', () => suite(() => new InMemoryLicenseReports()));

describeOnS3('LicenseReports', (bucket) => suite(() => new S3LicenseReports(bucket(), BUCKET)));
