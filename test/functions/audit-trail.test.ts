import { describe, expect, it } from 'vitest';
import { auditLogSchema } from '../../shared/contracts/http/audit-log.ts';
import { committedUsage } from '../contract/samples.ts';
import { host, serverSnapshot } from '../support/accounts.ts';
import type { InMemoryAuditTrail } from '../support/fakes/in-memory-audit-trail.ts';
import { LAST_SEEN_AT, storedFindingOf } from '../support/findings.ts';
import { type HttpAnswer, OWNER } from '../support/http-client.ts';
import { ManageUsageWorld, NEW_UPLOAD_ID } from '../support/manage-usage-world.ts';
import { mergedWorld, ReadUsageWorld } from '../support/read-usage-world.ts';
import { SyncNowWorld } from '../support/sync-now-world.ts';

const FINDING = storedFindingOf(1);

/** A world in which an owner can do everything that manage-usage does. */
async function managedWorld(): Promise<ManageUsageWorld> {
  const world = new ManageUsageWorld();
  world.addUpload('held');
  await world.findings.write('a-report', { seenAt: LAST_SEEN_AT, findings: [FINDING] });
  await world.usage.commit(committedUsage({ reportId: 'a-report' }), 1);
  const instance = { hostName: host('ghes.example.com'), serverId: null, version: null };
  const ref = await world.snapshots.save(serverSnapshot('ghes.example.com', []));
  await world.sources.register(ref, instance);
  return world;
}

interface Act {
  readonly request: string;
  readonly body?: object;
  readonly world: () => Promise<{
    readonly audit: InMemoryAuditTrail;
    readonly call: (request: string, options: object) => Promise<HttpAnswer>;
  }>;
  /** Undefined: whatever is not known before. */
  readonly recorded: { readonly action: string; readonly target?: string };
}

const INSTANCE = 'ghes.example.com';

const ACTS: readonly Act[] = [
  { request: 'POST /sync-now', world: async () => new SyncNowWorld(), recorded: { action: 'sync-now' } },
  {
    request: 'POST /uploads',
    world: managedWorld,
    recorded: { action: 'add-upload', target: NEW_UPLOAD_ID },
  },
  {
    request: `POST /uploads/${NEW_UPLOAD_ID}/accept`,
    world: managedWorld,
    recorded: { action: 'accept-upload', target: NEW_UPLOAD_ID },
  },
  {
    request: `PATCH /findings/${FINDING.id}`,
    body: { dismissed: true, reason: 'on leave' },
    world: managedWorld,
    recorded: { action: 'dismiss-finding', target: FINDING.id },
  },
  {
    request: `PATCH /findings/${FINDING.id}`,
    body: { dismissed: false },
    world: managedWorld,
    recorded: { action: 'restore-finding', target: FINDING.id },
  },
  {
    request: `PATCH /server-instances/${INSTANCE}`,
    body: { automatic_sync: 'disabled' },
    world: managedWorld,
    recorded: { action: 'disable-automatic-sync', target: `server:${INSTANCE}` },
  },
  {
    request: `PATCH /server-instances/${INSTANCE}`,
    body: { automatic_sync: 'enabled' },
    world: managedWorld,
    recorded: { action: 'enable-automatic-sync', target: `server:${INSTANCE}` },
  },
  {
    request: 'POST /usage/recompute',
    body: { date: '2026-03-02' },
    world: managedWorld,
    recorded: { action: 'recompute-usage', target: '2026-03-02' },
  },
  { request: 'GET /report.csv', world: mergedWorld, recorded: { action: 'download-licenses' } },
  { request: 'GET /report.json', world: mergedWorld, recorded: { action: 'download-licenses' } },
  { request: 'GET /findings.csv', world: mergedWorld, recorded: { action: 'download-findings' } },
];

describe.each(ACTS)('$request $body', ({ request, body, world: create, recorded }) => {
  const options = body === undefined ? {} : { body: JSON.stringify(body) };

  it('is recorded with the owner who did it', async () => {
    const world = await create();
    const { status } = await world.call(request, options);
    expect(status).toBeLessThan(400);
    const by = OWNER.verdict === 'owner' ? OWNER.login : '';
    expect(world.audit.entries).toMatchObject([{ ...recorded, by, target: expect.stringMatching(/./) }]);
  });

  it('is not done when it cannot be recorded', async () => {
    const world = await create();
    world.audit.record = async () => {
      throw new Error('the audit trail is not there');
    };
    const before = stateOf(world);
    expect((await world.call(request, options)).status).toBe(500);
    expect(stateOf(world)).toEqual(before);
  });
});

/** All that an act could have changed: what files were signed or made for is shown by no store. */
function stateOf(world: object): unknown {
  const { queue, dismissals, sources, starter, syncRuns } = world as Partial<ManageUsageWorld & SyncNowWorld>;
  return structuredClone([queue, dismissals, sources, starter, syncRuns].map((store) => ({ ...store })));
}

describe('what is refused is not recorded', () => {
  it.each([
    ['PATCH /findings/mona@example.com', { dismissed: false }],
    ['PATCH /server-instances/another.example.com', { automatic_sync: 'disabled' }],
    ['POST /uploads/01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB/accept', {}],
    ['POST /usage/recompute', { date: 'mona@example.com' }],
  ])('%s', async (request, body) => {
    const world = await managedWorld();
    expect((await world.call(request, { body: JSON.stringify(body) })).status).toBeGreaterThanOrEqual(400);
    expect(world.audit.entries).toEqual([]);
  });
});

describe('GET /audit-log', () => {
  it('is empty at first', async () => {
    const { status, body } = await new ReadUsageWorld().call('GET /audit-log');
    expect([status, body]).toEqual([200, { total_count: 0, entries: [] }]);
  });

  it('lists newest first, in pages as other lists', async () => {
    const world = new ReadUsageWorld();
    for (const second of [1, 2, 3]) {
      const now = new Date(Date.UTC(2026, 2, 1, 0, 0, second));
      await world.audit.record({ by: 'octo-owner', now }, { action: 'sync-now', target: `run-${second}` });
    }
    const { body, headers } = await world.call('GET /audit-log?per_page=2');
    const { total_count: total, entries } = auditLogSchema.parse(body);
    expect([total, ...entries.map(({ target }) => target)]).toEqual([3, 'run-3', 'run-2']);
    expect(headers.link).toContain('page=2>; rel="next"');
    expect((await world.call('GET /audit-log?page=0')).status).toBe(422);
  });
});
