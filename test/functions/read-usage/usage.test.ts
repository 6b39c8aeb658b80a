import { afterEach, describe, expect, it, vi } from 'vitest';
import { usageSchema } from '../../../shared/contracts/http/usage.ts';
import { usageHistorySchema } from '../../../shared/contracts/http/usage-history.ts';
import { countFindings } from '../../../shared/domain/count-findings.ts';
import { committedUsage, USAGE } from '../../contract/samples.ts';
import { host } from '../../support/accounts.ts';
import { findingOf } from '../../support/findings.ts';
import { errorOf } from '../../support/http-client.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('GET /usage', () => {
  it('before the first merge gives zeros, and null for what is not known', async () => {
    const { status, body } = await new ReadUsageWorld().call('GET /usage');
    expect(status).toBe(200);
    expect(usageSchema.parse(body)).toMatchObject({
      consumed: 0,
      purchased: null,
      available: null,
      people: 0,
      accounts: { cloud: 0, server: 0 },
      server_instances: [],
      findings: countFindings([]),
      seats_recoverable: 0,
      reconciliation: null,
      snapshots: [],
      as_of: null,
      merged_at: null,
      merge_id: null,
    });
  });

  it('gives what the last merge committed', async () => {
    vi.setSystemTime('2026-03-05T12:00:00.000Z'); // before any usage is stale
    const { body } = await (await mergedWorld()).call('GET /usage');
    const nobody = { people: 0, consumed: 0 };
    expect(usageSchema.parse(body)).toEqual({
      consumed: 4,
      purchased: 3,
      available: -1,
      people: 5,
      accounts: { cloud: 3, server: 5 },
      by_deployment: {
        cloud_only: { people: 1, consumed: 1 },
        server_only: { people: 2, consumed: 1 },
        cloud_and_server: { people: 2, consumed: 2 },
        none: nobody,
      },
      by_license_type: { enterprise: 4, visual_studio_subscription: 0 },
      by_reason: {
        'visual-studio-subscription': 0,
        'cloud-account': 3,
        'server-account': 0,
        'dormant-server-account': 1,
        'server-account-of-unknown-state': 0,
        suspended: 1,
        'system-user': 0,
        'unlinked-visual-studio-subscription': 0,
      },
      server_instances: [
        { host_name: 'ghes.example.com', accounts: 4, people: 4, consumed: 3 },
        { host_name: 'github-only.example.com', accounts: 1, people: 1, consumed: 1 },
      ],
      on_several_instances: { people: 1, consumed: 1 },
      ambiguities: 1,
      findings: {
        ...countFindings([]),
        ambiguous: { count: 1, seats: 0 },
        'dormant-and-consuming': { count: 1, seats: 0 },
        'missing-from-github': { count: 1, seats: 0 },
        'totals-disagree': { count: 1, seats: 0 },
        'usage-encrypted': { count: 1, seats: 0 },
      },
      seats_recoverable: 0,
      github: { seats_consumed: 4, seats_purchased: 3 },
      reconciliation: {
        totals: { ours: 4, github: 4, github_rows: 3, github_total: 4, difference: 0 },
        groups: { equal: 4, github_more: 0, github_fewer: 1 },
        explanations: [
          {
            reason: 'missing-from-github',
            seats: -1,
            meaning: 'People consume a license by our sources, and GitHub lists none of their accounts.',
            finding_kind: 'missing-from-github',
          },
          {
            reason: 'github-total',
            seats: 1,
            meaning: expect.stringMatching(/^GitHub's own total is not /),
            finding_kind: 'totals-disagree',
          },
        ],
      },
      as_of: '2026-03-02T00:00:00.000Z',
      merged_at: '2026-03-05T12:00:00.000Z',
      merge_id: expect.any(String),
      snapshots: [
        { source: 'cloud', channel: 'rest', observed_at: '2026-03-02T00:00:00.000Z', accounts: 3 },
        {
          source: 'server:ghes.example.com',
          channel: 'export',
          observed_at: '2026-02-01T00:00:00.000Z',
          accounts: 1,
        },
        {
          source: 'server:ghes.example.com',
          channel: 'users-report',
          observed_at: '2026-03-01T00:00:00.000Z',
          accounts: 4,
        },
      ],
    });
  });
});

describe('findings in GET /usage', () => {
  it('are counted by kind, and so are the seats that they would free', async () => {
    const world = new ReadUsageWorld();
    const findings = [findingOf(1), findingOf(2), findingOf(3, { kind: 'counted-twice', seats: 3 })];
    const usage = { ...USAGE, findings: countFindings(findings) };
    await world.usage.commit(committedUsage({ usage }), 1);
    const { body } = await world.call('GET /usage');
    expect(usageSchema.parse(body)).toMatchObject({
      findings: {
        'dormant-and-consuming': { count: 2, seats: 2 },
        'counted-twice': { count: 1, seats: 3 },
        ambiguous: { count: 0, seats: 0 },
      },
      seats_recoverable: 5,
    });
  });

  it('are there of a source that was never merged', async () => {
    const world = new ReadUsageWorld();
    const instance = { hostName: host('ghes.example.com'), serverId: null, version: null };
    await world.sources.noteEncrypted(instance, '2026-03-03T00:00:00.000Z', 'an-upload');
    expect((await world.call('GET /usage')).body).toMatchObject({
      people: 0,
      merge_id: null,
      findings: { 'usage-encrypted': { count: 1, seats: 0 } },
    });
  });
});

describe('GET /usage/history', () => {
  it('gives the days with a merge, both ends included', async () => {
    const world = await mergedWorld();
    const { body } = await world.call('GET /usage/history?from=2026-03-02&to=2026-03-02');
    expect(usageHistorySchema.parse(body)).toEqual({
      from: '2026-03-02',
      to: '2026-03-02',
      days: [
        {
          day: '2026-03-02',
          consumed: 4,
          purchased: 3,
          available: -1,
          people: 5,
          accounts: { cloud: 3, server: 5 },
          by_deployment: {
            cloud_only: { people: 1, consumed: 1 },
            server_only: { people: 2, consumed: 1 },
            cloud_and_server: { people: 2, consumed: 2 },
            none: { people: 0, consumed: 0 },
          },
          by_license_type: { enterprise: 4, visual_studio_subscription: 0 },
          as_of: '2026-03-02T00:00:00.000Z',
          merge_id: expect.any(String),
        },
      ],
    });
  });

  it('is empty where nothing was merged', async () => {
    const { body } = await new ReadUsageWorld().call('GET /usage/history?from=2026-01-01&to=2026-12-31');
    expect(body).toEqual({ from: '2026-01-01', to: '2026-12-31', days: [] });
  });

  it('covers the year before its end, unless told otherwise', async () => {
    const { body } = await new ReadUsageWorld().call('GET /usage/history?to=2026-03-02');
    expect(body).toMatchObject({ from: '2025-03-02', to: '2026-03-02' });
  });

  it('ends today, unless told otherwise', async () => {
    const before = new Date().toISOString().slice(0, 10);
    const { body } = await new ReadUsageWorld().call('GET /usage/history');
    const { to } = usageHistorySchema.parse(body);
    expect([before, new Date().toISOString().slice(0, 10)]).toContain(to);
  });

  it.each([
    ['from=yesterday', 'from', 'must be a day such as 2026-01-31'],
    ['to=2026-02-30', 'to', 'must be a day such as 2026-01-31'],
    ['from=2026-03-02&to=2026-03-01', 'from', 'must not be after to'],
    ['from=2000-01-01&to=2026-01-01', 'from', 'must be at most 3660 days before to'],
  ])('refuses %s', async (query, field, message) => {
    const answer = await new ReadUsageWorld().call(`GET /usage/history?${query}`);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toEqual([{ resource: 'UsageHistory', field, code: 'invalid', message }]);
  });
});
