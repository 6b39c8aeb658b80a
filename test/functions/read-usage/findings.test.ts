import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsSchema } from '../../../shared/contracts/http/findings.ts';
import { countFindings } from '../../../shared/domain/count-findings.ts';
import type { StoredFinding } from '../../../shared/domain/stored-finding.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { committedUsage, USAGE } from '../../contract/samples.ts';
import { email, host, serverSnapshot } from '../../support/accounts.ts';
import { FIRST_SEEN_AT, LAST_SEEN_AT, storedFindingOf } from '../../support/findings.ts';
import { errorOf } from '../../support/http-client.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const NOW = '2026-03-05T12:00:00.000Z';
const AS_OF = '2026-03-04T00:00:00.000Z';
const DISMISSAL = { reason: 'on leave', by: 'octo-owner', at: '2026-03-04T00:00:00.000Z' };

beforeEach(() => {
  vi.setSystemTime(NOW);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A world whose last merge found this. */
async function worldWith(findings: readonly StoredFinding[]): Promise<ReadUsageWorld> {
  const world = new ReadUsageWorld();
  await world.findings.write('a-report', { seenAt: LAST_SEEN_AT, findings });
  const usage = { ...USAGE, findings: countFindings(findings) };
  await world.usage.commit(committedUsage({ usage, reportId: 'a-report', asOf: AS_OF }), 1);
  return world;
}

async function dismiss(world: ReadUsageWorld, finding: StoredFinding): Promise<void> {
  await world.dismissals.put({ findingId: finding.id, ...DISMISSAL });
}

async function list(world: ReadUsageWorld, query = '') {
  const { body } = await world.call(`GET /findings${query}`);
  return findingsSchema.parse(body);
}

async function idsOf(world: ReadUsageWorld, query = ''): Promise<string[]> {
  return (await list(world, query)).findings.map(({ id }) => id);
}

function range(count: number): StoredFinding[] {
  return Array.from({ length: count }, (_, number) => storedFindingOf(number));
}

describe('GET /findings', () => {
  it('is empty before the first merge', async () => {
    expect(await list(new ReadUsageWorld())).toEqual({ total_count: 0, findings: [] });
  });

  it('tells of each what it is about, since when, and what to do', async () => {
    const finding = storedFindingOf(7, {
      kind: 'counted-twice',
      people: ['email:mona@example.com', 'login:mona'],
      sources: ['cloud', 'server:ghes.example.com'],
      emails: [email('mona@example.com')],
      numbers: { told: 2, counted: 1 },
    });
    const { findings } = await list(await worldWith([finding]));
    expect(findings).toEqual([
      {
        id: finding.id,
        kind: 'counted-twice',
        title: expect.stringMatching(/./),
        meaning: expect.stringMatching(/./),
        fix: expect.stringContaining('mona@example.com'),
        accounts: ['ghes.example.com:7'],
        sources: ['cloud', 'server:ghes.example.com'],
        people: [personIdOf('email:mona@example.com'), personIdOf('login:mona')],
        emails: ['mona@example.com'],
        seats: 1,
        numbers: { told: 2, counted: 1 },
        first_seen_at: FIRST_SEEN_AT,
        last_seen_at: AS_OF,
        dismissed: null,
      },
    ]);
  });

  it('comes in numbered pages with the total and links', async () => {
    const findings = range(70);
    const world = await worldWith(findings);
    const answer = await world.call('GET /findings?page=2');
    expect(findingsSchema.parse(answer.body)).toMatchObject({ total_count: 70 });
    expect(await idsOf(world, '?page=2')).toEqual(findings.slice(30, 60).map(({ id }) => id));
    expect(answer.headers.link).toContain('/findings?page=3>; rel="next"');
    expect(await idsOf(world, '?page=4')).toEqual([]);
  });

  it.each([
    ['kind=ambiguous', [1]],
    ['kind=', [0, 1, 2]],
    ['source=server:ghes.example.com', [0, 1]],
    ['source=server:GHES.Example.com', [0, 1]],
    ['source=cloud', [1, 2]],
    ['kind=ambiguous&source=cloud', [1]],
    ['kind=usage-held', []],
    ['source=server:other.example.com', []],
  ])('filters by %s', async (query, expected) => {
    const findings = [
      storedFindingOf(0),
      storedFindingOf(1, { kind: 'ambiguous', sources: ['cloud', 'server:ghes.example.com'] }),
      storedFindingOf(2, { kind: 'totals-disagree', sources: ['cloud'] }),
    ];
    const answer = await list(await worldWith(findings), `?${query}`);
    expect(answer.findings.map(({ id }) => findings.findIndex((finding) => finding.id === id))).toEqual(
      expected,
    );
    expect(answer.total_count).toBe(expected.length);
  });

  it('leaves dismissed ones out, shows them when asked, or them alone', async () => {
    const [one, two, three] = [storedFindingOf(1), storedFindingOf(2), storedFindingOf(3)];
    const world = await worldWith([one, two, three]);
    await dismiss(world, two);
    expect(await idsOf(world)).toEqual([one.id, three.id]);
    expect(await idsOf(world, '?dismissed=false')).toEqual([one.id, three.id]);
    expect(await idsOf(world, '?dismissed=all')).toEqual([one.id, two.id, three.id]);
    const { findings, total_count: total } = await list(world, '?dismissed=true');
    expect([findings, total]).toMatchObject([[{ id: two.id, dismissed: DISMISSAL }], 1]);
  });

  it('pages through what is not dismissed without a gap', async () => {
    const findings = range(50);
    const world = await worldWith(findings);
    const dismissed = findings.filter((_, number) => number % 3 === 0);
    for (const finding of dismissed) await dismiss(world, finding);
    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(...(await idsOf(world, `?per_page=10&page=${page}`)));
    expect(pages).toEqual(findings.flatMap(({ id }, number) => (number % 3 === 0 ? [] : [id])));
  });

  it('fails when the report that the merge wrote is gone, rather than to say that there is nothing', async () => {
    const world = await worldWith([storedFindingOf(1)]);
    world.findings.reports.clear();
    const answer = await world.call('GET /findings');
    expect(answer.status).toBe(500);
    expect(answer.output.text()).toContain('the report a-report has no findings');
  });

  it('is empty after a merge that knew nothing of findings', async () => {
    const world = await worldWith([]);
    world.findings.reports.clear();
    expect(await list(world)).toEqual({ total_count: 0, findings: [] });
  });

  it.each([
    ['kind=odd', 'kind'],
    ['source=odd', 'source'],
    ['source=server:no%20host', 'source'],
    ['person=mona', 'person'],
    ['dismissed=maybe', 'dismissed'],
    ['per_page=101', 'per_page'],
  ])('refuses %s', async (query, field) => {
    const answer = await new ReadUsageWorld().call(`GET /findings?${query}`);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'Finding', field, code: 'invalid' }]);
  });
});

describe('findings of sources as they are now', () => {
  const instance = { hostName: host('ghes.example.com'), serverId: null, version: null };

  async function observeAt(world: ReadUsageWorld, observedAt: string): Promise<void> {
    await world.observe(serverSnapshot('ghes.example.com', [], { observedAt }));
  }

  it('come first, on the pages as well', async () => {
    const findings = range(3);
    const world = await worldWith(findings);
    await world.sources.noteEncrypted(instance, '2026-03-03T00:00:00.000Z', 'an-upload');
    const all = await idsOf(world);
    expect(all.slice(1)).toEqual(findings.map(({ id }) => id));
    const pages = [await idsOf(world, '?per_page=2'), await idsOf(world, '?per_page=2&page=2')];
    expect(pages.flat()).toEqual(all);
    expect((await list(world, '?per_page=2&page=2')).total_count).toBe(4);
  });

  it('tell of encrypted usage, since it came', async () => {
    const world = new ReadUsageWorld();
    await world.sources.noteEncrypted(instance, '2026-03-03T00:00:00.000Z', 'an-upload');
    expect((await list(world)).findings).toMatchObject([
      {
        kind: 'usage-encrypted',
        sources: ['server:ghes.example.com'],
        accounts: [],
        first_seen_at: '2026-03-03T00:00:00.000Z',
        last_seen_at: NOW,
      },
    ]);
  });

  it('tell of stale usage, since it was', async () => {
    const world = new ReadUsageWorld();
    await observeAt(world, '2026-02-01T00:00:00.000Z');
    expect((await list(world)).findings).toMatchObject([
      { kind: 'usage-stale', first_seen_at: '2026-02-09T00:00:00.000Z', last_seen_at: NOW },
    ]);
  });

  it('tell of a held upload, until one is observed later', async () => {
    const world = new ReadUsageWorld();
    await observeAt(world, '2026-03-01T00:00:00.000Z');
    const held = {
      uploadId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      observedAt: '2026-03-02T00:00:00.000Z',
      hold: { accountsBefore: 100, accountsRemoved: 60 },
    };
    await world.sources.noteHeld('server:ghes.example.com', held);
    expect((await list(world)).findings).toMatchObject([
      { kind: 'usage-held', numbers: { told: 100, counted: 40 }, first_seen_at: held.observedAt },
    ]);
    await observeAt(world, '2026-03-04T00:00:00.000Z');
    expect(await idsOf(world)).toEqual([]);
  });

  it('tell of a sync that is held, where it is later than the upload', async () => {
    const world = new ReadUsageWorld();
    await observeAt(world, '2026-03-01T00:00:00.000Z');
    await world.sources.noteHeld('server:ghes.example.com', {
      uploadId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      observedAt: '2026-03-02T00:00:00.000Z',
      hold: { accountsBefore: 100, accountsRemoved: 60 },
    });
    await world.sources.noteSync('server:ghes.example.com', {
      runId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      attemptedAt: '2026-03-04T00:00:00.000Z',
      failure: 'held',
      observedAt: null,
    });
    expect((await list(world)).findings).toMatchObject([
      { kind: 'usage-held', numbers: null, first_seen_at: '2026-03-04T00:00:00.000Z' },
    ]);
  });

  it('can be filtered and dismissed as all others', async () => {
    const world = new ReadUsageWorld();
    await world.sources.noteEncrypted(instance, '2026-03-03T00:00:00.000Z', 'an-upload');
    const [finding] = (await list(world, '?kind=usage-encrypted&source=server:ghes.example.com')).findings;
    expect(finding).toBeDefined();
    expect(await idsOf(world, '?kind=usage-stale')).toEqual([]);
    expect(await idsOf(world, '?source=cloud')).toEqual([]);
    const sealed = storedFindingOf(0, { kind: 'usage-encrypted', accounts: [] });
    expect(finding?.id).toBe(sealed.id);
    await dismiss(world, sealed);
    expect(await idsOf(world)).toEqual([]);
    expect(await idsOf(world, '?dismissed=true')).toEqual([sealed.id]);
  });
});

it('what a merge has found is listed with the people it is about', async () => {
  const world = await mergedWorld();
  const { findings } = await list(world, '?kind=dormant-and-consuming');
  expect(findings).toMatchObject([{ accounts: ['ghes.example.com:2'] }]);
  const [person] = findings[0]?.people ?? [];
  expect((await world.call(`GET /people/${person}`)).body).toMatchObject({
    emails: expect.arrayContaining(['solo@example.com']),
  });
  expect((await list(world, `?person=${person}`)).findings.map(({ kind }) => kind)).toEqual([
    'missing-from-github',
    'dormant-and-consuming',
  ]);
  expect(await idsOf(world, `?person=${personIdOf('login:nobody')}`)).toEqual([]);
});
