import { describe, expect, it } from 'vitest';
import { findingsSchema } from '../../../shared/contracts/http/findings.ts';
import type { StoredFinding } from '../../../shared/domain/stored-finding.ts';
import { committedUsage } from '../../contract/samples.ts';
import { host } from '../../support/accounts.ts';
import { LAST_SEEN_AT, storedFindingOf } from '../../support/findings.ts';
import { errorOf, OWNER } from '../../support/http-client.ts';
import { ManageUsageWorld } from '../../support/manage-usage-world.ts';
import { mergedWorld } from '../../support/read-usage-world.ts';

const FINDING = storedFindingOf(1);

/** A world whose last merge found this. */
async function worldWith(...findings: StoredFinding[]): Promise<ManageUsageWorld> {
  const world = new ManageUsageWorld();
  await world.findings.write('a-report', { seenAt: LAST_SEEN_AT, findings });
  await world.usage.commit(committedUsage({ reportId: 'a-report' }), 1);
  return world;
}

function change(world: ManageUsageWorld, id: string, body: object) {
  return world.call(`PATCH /findings/${id}`, { body: JSON.stringify(body) });
}

describe('PATCH /findings/{id}', () => {
  it('dismisses a finding with a reason, in the name of the owner', async () => {
    const world = await worldWith(FINDING);
    const { status, body } = await change(world, FINDING.id, { dismissed: true, reason: '  on leave ' });
    expect(status).toBe(200);
    const by = OWNER.verdict === 'owner' ? OWNER.login : '';
    expect(body).toEqual({
      id: FINDING.id,
      dismissed: { reason: 'on leave', by, at: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    expect(await world.dismissals.list()).toMatchObject([{ findingId: FINDING.id, reason: 'on leave', by }]);
  });

  it('dismisses again with another reason', async () => {
    const world = await worldWith(FINDING);
    await change(world, FINDING.id, { dismissed: true, reason: 'on leave' });
    await change(world, FINDING.id, { dismissed: true, reason: 'a contractor' });
    expect(await world.dismissals.list()).toMatchObject([{ reason: 'a contractor' }]);
  });

  it('brings a finding back, as often as asked', async () => {
    const world = await worldWith(FINDING);
    await change(world, FINDING.id, { dismissed: true, reason: 'on leave' });
    for (const _ of [1, 2]) {
      const { status, body } = await change(world, FINDING.id, { dismissed: false });
      expect([status, body]).toEqual([200, { id: FINDING.id, dismissed: null }]);
      expect(await world.dismissals.list()).toEqual([]);
    }
  });

  it('brings back one that no merge finds any longer', async () => {
    const world = new ManageUsageWorld();
    await world.dismissals.put({
      findingId: FINDING.id,
      reason: 'on leave',
      by: 'another',
      at: LAST_SEEN_AT,
    });
    expect((await change(world, FINDING.id, { dismissed: false })).status).toBe(200);
    expect((await change(world, FINDING.id, { dismissed: false })).status).toBe(404);
  });

  it('dismisses what is said of a source as it is now', async () => {
    const world = new ManageUsageWorld();
    const instance = { hostName: host('ghes.example.com'), serverId: null, version: null };
    await world.sources.noteEncrypted(instance, '2026-03-03T00:00:00.000Z', 'an-upload');
    const { id } = storedFindingOf(0, { kind: 'usage-encrypted', accounts: [] });
    expect((await change(world, id, { dismissed: true, reason: 'an old instance' })).status).toBe(200);
  });

  it('is seen by GET at once', async () => {
    const read = await mergedWorld();
    const world = new ManageUsageWorld(read);
    const list = async (query: string) =>
      findingsSchema.parse((await read.call(`GET /findings${query}`)).body).findings;
    const [finding] = await list('?kind=dormant-and-consuming');
    const { body } = await change(world, finding?.id ?? '', { dismissed: true, reason: 'on leave' });
    expect(await list('?kind=dormant-and-consuming')).toEqual([]);
    expect(await list('?kind=dormant-and-consuming&dismissed=true')).toMatchObject([body]);
  });

  it.each([storedFindingOf(2).id, 'odd', FINDING.id.toUpperCase(), '%2F'])(
    'answers 404 for a finding that nobody knows, and notes nothing: %s',
    async (id) => {
      const world = await worldWith(FINDING);
      const answer = await change(world, id, { dismissed: true, reason: 'on leave' });
      expect(answer.status).toBe(404);
      expect(errorOf(answer).message).toBe('Not Found');
      expect(await world.dismissals.list()).toEqual([]);
    },
  );

  it.each([
    [{}, 'dismissed', 'invalid', 'must be true or false'],
    [{ dismissed: 'true', reason: 'x' }, 'dismissed', 'invalid', 'must be true or false'],
    [{ dismissed: true }, 'reason', 'invalid', 'must say why the finding may be left as it is'],
    [{ dismissed: true, reason: 7 }, 'reason', 'invalid', 'must say why the finding may be left as it is'],
    [{ dismissed: true, reason: ' ' }, 'reason', 'invalid', 'must not be empty'],
    [{ dismissed: true, reason: 'x'.repeat(501) }, 'reason', 'invalid', 'must be at most 500 characters'],
    [{ dismissed: true, reason: 'x', by: 'me' }, 'by', 'unprocessable', 'is not a permitted key'],
    [{ dismissed: false, reason: 'x' }, 'reason', 'unprocessable', 'is not a permitted key'],
  ])('refuses %j', async (body, field, code, message) => {
    const world = await worldWith(FINDING);
    const answer = await change(world, FINDING.id, body);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toEqual([{ resource: 'Finding', field, code, message }]);
    expect(await world.dismissals.list()).toEqual([]);
  });

  it('takes a reason as long as it may be', async () => {
    const world = await worldWith(FINDING);
    expect((await change(world, FINDING.id, { dismissed: true, reason: 'x'.repeat(500) })).status).toBe(200);
  });
});
