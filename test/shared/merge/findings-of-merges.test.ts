import { describe, expect, it } from 'vitest';
import { findingKey } from '../../../shared/domain/finding.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { MergeWorld } from '../../support/merge-world.ts';

const FIRST = { observedAt: '2026-03-01T09:00:00.000Z' };
const SECOND = { observedAt: '2026-03-02T09:00:00.000Z' };
const THIRD = { observedAt: '2026-03-03T09:00:00.000Z' };

const mona = serverAccount('ghes-a:1', { primaryEmail: email('mona@example.com') });
const idle = serverAccount('ghes-a:2', { primaryEmail: email('idle@example.com'), dormant: true });
const asleep = serverAccount('ghes-a:3', { primaryEmail: email('asleep@example.com'), dormant: true });

async function merge(world: MergeWorld): Promise<void> {
  expect(await mergeWithLease(world, world.context, { wanted: [], mayRelyOnOthers: false })).toMatchObject({
    kind: 'merged',
  });
}

/** The findings of the last report by key: when they were first and last seen. */
function lastReport(world: MergeWorld) {
  const reportId = world.usage.commits.at(-1)?.reportId ?? '';
  const findings = world.findings.reports.get(reportId) ?? [];
  return Object.fromEntries(
    findings.map((finding) => [findingKey(finding), [finding.firstSeenAt, finding.lastSeenAt]]),
  );
}

describe('a merge', () => {
  it('writes its findings beside its other reports, and counts them', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona, idle, asleep], FIRST));
    await merge(world);
    const [committed] = world.usage.commits;
    expect([...world.findings.reports.keys()]).toEqual([committed?.reportId]);
    expect(Object.keys(lastReport(world))).toEqual([
      'dormant-and-consuming ghes-a:2',
      'dormant-and-consuming ghes-a:3',
    ]);
    expect(committed?.usage.findings).toMatchObject({
      'dormant-and-consuming': { count: 2, seats: 2 },
      'counted-twice': { count: 0, seats: 0 },
    });
  });

  it('carries over when a finding was first seen, and forgets one that is gone', async () => {
    const world = new MergeWorld();
    const dormantAt = { one: 'dormant-and-consuming ghes-a:2', other: 'dormant-and-consuming ghes-a:3' };
    await world.observe(serverSnapshot('ghes-a', [mona, idle], FIRST));
    await merge(world);
    await world.observe(serverSnapshot('ghes-a', [mona, idle, asleep], SECOND));
    await merge(world);
    expect(lastReport(world)).toEqual({
      [dormantAt.one]: [FIRST.observedAt, SECOND.observedAt],
      [dormantAt.other]: [SECOND.observedAt, SECOND.observedAt],
    });
    await world.observe(serverSnapshot('ghes-a', [mona, asleep], THIRD));
    await merge(world);
    expect(lastReport(world)).toEqual({ [dormantAt.other]: [SECOND.observedAt, THIRD.observedAt] });
    await world.observe(
      serverSnapshot('ghes-a', [mona, idle, asleep], { observedAt: '2026-03-04T09:00:00.000Z' }),
    );
    await merge(world);
    expect(lastReport(world)[dormantAt.one]?.[0]).toBe('2026-03-04T09:00:00.000Z');
  });

  it('takes nothing from the report of a merge that was not committed', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [idle], FIRST));
    const commit = world.usage.commit.bind(world.usage);
    world.usage.commit = () => Promise.reject(new Error('the process was killed'));
    await expect(merge(world)).rejects.toThrow('killed');
    world.usage.commit = commit;
    await world.observe(serverSnapshot('ghes-a', [idle], SECOND));
    await merge(world);
    expect(lastReport(world)).toEqual({
      'dormant-and-consuming ghes-a:2': [SECOND.observedAt, SECOND.observedAt],
    });
  });

  it('goes on where the report before has no findings', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [idle], FIRST));
    await merge(world);
    world.findings.reports.clear();
    await world.observe(serverSnapshot('ghes-a', [mona, idle], SECOND));
    await merge(world);
    expect(Object.values(lastReport(world))).toEqual([[SECOND.observedAt, SECOND.observedAt]]);
  });

  it('whose findings cannot be written does not commit', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [idle], FIRST));
    world.findings.write = () => Promise.reject(new Error('the bucket is out of reach'));
    await expect(merge(world)).rejects.toThrow('out of reach');
    expect(world.usage.commits).toEqual([]);
  });

  it('puts what frees most seats first', async () => {
    const world = new MergeWorld();
    const rows = [
      licenseRow({ login: 'mona', serverPrimaryEmails: [], verifiedEmails: [email('mona@example.com')] }),
    ];
    await world.observe(cloudSnapshot(rows, FIRST));
    await world.observe(serverSnapshot('ghes-a', [mona, idle], FIRST));
    await merge(world);
    const [report = []] = world.findings.reports.values();
    const seats = report.map((finding) => finding.seats);
    expect(report.length).toBeGreaterThan(1);
    expect(seats).toEqual(seats.toSorted((a, b) => b - a));
  });
});
