import { describe, expect, it } from 'vitest';
import { S3ChargebackReports } from '../../shared/adapters/s3/chargeback-reports.ts';
import type { Chargeback } from '../../shared/domain/chargeback.ts';
import type { ChargebackReports } from '../../shared/history-ports.ts';
import { InMemoryChargebackReports } from '../support/fakes/in-memory-chargeback-reports.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

const CHARGEBACK: Chargeback = {
  total: { people: 5, consumed: 4 },
  byServerInstance: [{ name: 'ghes-a', people: 5, consumed: 4 }],
  byOrganization: [
    { name: 'acme', people: 3, consumed: 3 },
    { name: null, people: 2, consumed: 1 },
  ],
  byCostCenter: [],
};

function suite(create: () => ChargebackReports): void {
  it('gives back what was written', async () => {
    const store = create();
    await store.write('merge-1', CHARGEBACK);
    await store.write('merge-2', { ...CHARGEBACK, byServerInstance: [] });
    expect(await store.read('merge-1')).toEqual(CHARGEBACK);
    expect(await store.read('merge-2')).toEqual({ ...CHARGEBACK, byServerInstance: [] });
  });

  it('knows none that was not written', async () => {
    expect(await create().read('never')).toBeNull();
  });
}

describe('ChargebackReports in memory', () => suite(() => new InMemoryChargebackReports()));

describeOnS3('ChargebackReports', (bucket) => suite(() => new S3ChargebackReports(bucket(), BUCKET)));
