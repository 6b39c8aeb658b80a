import { describe, expect, it } from 'vitest';
import { usageSchema } from '../../../shared/contracts/http/usage.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { ManageUsageWorld } from '../../support/manage-usage-world.ts';
import { mergedWorld } from '../../support/read-usage-world.ts';
import { uploadOf } from '../../support/uploads.ts';

const mona = serverAccount('ghes-a:1', { primaryEmail: email('mona@example.com') });
const hubot = serverAccount('ghes-a:2', { primaryEmail: email('hubot@example.com') });

/** One account on the first of March, two from the second on; a row of the cloud on the third. */
async function world() {
  const world = new ManageUsageWorld();
  await world.snapshots.save(serverSnapshot('ghes-a', [mona], { observedAt: '2026-03-01T23:59:59.999Z' }));
  await world.snapshots.save(
    serverSnapshot('ghes-a', [mona, hubot], { observedAt: '2026-03-02T00:00:00.000Z' }),
  );
  await world.snapshots.save(
    cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [email('mona@example.com')] })], {
      observedAt: '2026-03-03T12:00:00.000Z',
      seatsPurchased: 10,
    }),
  );
  return world;
}

async function recompute(on: ManageUsageWorld, date: string) {
  const { status, body } = await on.call('POST /usage/recompute', { body: JSON.stringify({ date }) });
  expect(status).toBe(200);
  return usageSchema.parse(body);
}

describe('POST /usage/recompute', () => {
  it.each([
    ['2026-02-28', 0, 0, []],
    ['2026-03-01', 1, 1, ['users-report']],
    ['2026-03-02', 2, 2, ['users-report']],
    ['2026-03-03', 2, 2, ['rest', 'users-report']],
    ['2026-03-04', 2, 2, ['rest', 'users-report']],
  ])('gives usage at the end of %s', async (date, people, consumed, channels) => {
    const usage = await recompute(await world(), date);
    expect(usage).toMatchObject({ people, consumed, merge_id: null, merged_at: null });
    expect(usage.snapshots.map(({ channel }) => channel)).toEqual(channels);
  });

  it('tells the snapshots that it is of', async () => {
    const usage = await recompute(await world(), '2026-03-03');
    expect(usage.as_of).toBe('2026-03-03T12:00:00.000Z');
    expect(usage.purchased).toBe(10);
    expect(usage.snapshots).toEqual([
      { source: 'cloud', channel: 'rest', observed_at: '2026-03-03T12:00:00.000Z', accounts: 1 },
      {
        source: 'server:ghes-a',
        channel: 'users-report',
        observed_at: '2026-03-02T00:00:00.000Z',
        accounts: 2,
      },
    ]);
  });

  it('leaves out what was held', async () => {
    const held = await world();
    const snapshot = await held.snapshots.save(
      serverSnapshot('ghes-a', [], { observedAt: '2026-03-02T06:00:00.000Z' }),
    );
    expect((await recompute(held, '2026-03-02')).people).toBe(0);
    held.uploads.uploads.set('1', uploadOf('1', { state: 'held', snapshot }));
    expect((await recompute(held, '2026-03-02')).people).toBe(2);
  });

  it('of the day of a merge gives what it committed', async () => {
    const merged = await mergedWorld();
    const managed = new ManageUsageWorld();
    for (const snapshot of merged.snapshots.snapshots.values()) await managed.snapshots.save(snapshot);
    const committed = usageSchema.parse((await merged.call('GET /usage')).body);
    const recomputed = await recompute(managed, '2026-03-05');
    // Findings of sources are of the time at which they are read.
    const { 'usage-stale': stale, 'usage-encrypted': encrypted, 'usage-held': held } = committed.findings;
    const ofSources = { 'usage-stale': stale, 'usage-encrypted': encrypted, 'usage-held': held };
    expect({ ...recomputed, findings: { ...recomputed.findings, ...ofSources } }).toEqual({
      ...committed,
      merge_id: null,
      merged_at: null,
    });
  });

  it.each([
    ['{}', 'date'],
    ['{"date":"yesterday"}', 'date'],
    ['{"date":"2026-02-30"}', 'date'],
    ['{"date":"9999-01-01"}', 'date'],
    ['{"date":"2026-03-01","dry_run":true}', 'dry_run'],
  ])('refuses %s', async (body, field) => {
    const answer = await new ManageUsageWorld().call('POST /usage/recompute', { body });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'Usage', field }]);
  });
});
