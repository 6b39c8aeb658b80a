import { describe, expect, it } from 'vitest';
import { changesSchema } from '../../../shared/contracts/http/changes.ts';
import { email, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A merge at noon of the fifth of March, and one a day later: Solo is suspended, Sam gone, and Ada there. */
async function changedWorld() {
  const world = await mergedWorld();
  world.nowMs += DAY_MS;
  await world.observe(
    serverSnapshot(
      'ghes.example.com',
      [
        serverAccount('ghes.example.com:1', { primaryEmail: email('mona@example.com') }),
        serverAccount('ghes.example.com:2', { primaryEmail: email('solo@example.com'), suspended: true }),
        serverAccount('ghes.example.com:4', { primaryEmail: email('shared@example.com') }),
        serverAccount('ghes.example.com:5', { primaryEmail: email('ada@example.com') }),
      ],
      { observedAt: '2026-03-04T00:00:00.000Z' },
    ),
  );
  await world.merge();
  return world;
}

describe('GET /changes', () => {
  it('is empty before the first merge', async () => {
    const { status, body } = await new ReadUsageWorld().call('GET /changes');
    expect(status).toBe(200);
    expect(changesSchema.parse(body)).toEqual({ total_count: 0, changes: [] });
  });

  it('tells what became of people, newest merge first', async () => {
    const world = await changedWorld();
    const { body } = await world.call('GET /changes');
    const { total_count: total, changes } = changesSchema.parse(body);
    expect(total).toBe(8);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'joined',
      'left',
      'consumption-changed',
      ...Array.from({ length: 5 }, () => 'joined'),
    ]);
    expect(changes[0]).toEqual({
      merge_id: (await world.usage.read())?.mergeId,
      merged_at: '2026-03-06T12:00:00.000Z',
      kind: 'joined',
      people: [expect.any(String)],
      accounts: ['ghes.example.com:5'],
      before: [],
      after: [
        {
          id: changes[0]?.people[0],
          accounts: ['ghes.example.com:5'],
          matched_by: [],
          consumption: {
            consumes: true,
            reason: 'server-account',
            policy: expect.any(String),
            license_type: 'enterprise',
          },
        },
      ],
    });
    expect(changes[2]).toMatchObject({
      accounts: ['ghes.example.com:2'],
      before: [{ consumption: { consumes: true, reason: 'dormant-server-account' } }],
      after: [{ consumption: { consumes: false, reason: 'suspended', license_type: null } }],
    });
  });

  it('leads to a person of now', async () => {
    const world = await changedWorld();
    const { body } = await world.call('GET /changes?per_page=1');
    const id = changesSchema.parse(body).changes[0]?.people[0];
    expect((await world.call(`GET /people/${id}`)).status).toBe(200);
  });

  it('comes in pages', async () => {
    const world = await changedWorld();
    const { body, headers } = await world.call('GET /changes?per_page=2&page=2');
    expect(changesSchema.parse(body).changes.map(({ kind }) => kind)).toEqual([
      'consumption-changed',
      'joined',
    ]);
    expect(headers?.link).toContain('page=3>; rel="next"');
  });

  it.each([
    ['from=2026-03-06', 3],
    ['to=2026-03-05', 5],
    ['from=2026-03-05&to=2026-03-06', 8],
    ['from=2026-03-07', 0],
    ['to=9999-12-31', 8],
    ['merge_id=never', 0],
  ])('takes %s', async (query, total) => {
    const { body } = await (await changedWorld()).call(`GET /changes?${query}`);
    expect(changesSchema.parse(body).total_count).toBe(total);
  });

  it('gives those of one merge', async () => {
    const world = await changedWorld();
    const mergeId = (await world.usage.read())?.mergeId;
    const { body } = await world.call(`GET /changes?merge_id=${mergeId}`);
    const { changes } = changesSchema.parse(body);
    expect(changes.map((change) => change.merge_id)).toEqual([mergeId, mergeId, mergeId]);
  });

  it.each([
    ['from=yesterday', 'from', 'must be a day such as 2026-01-31'],
    ['to=2026-02-30', 'to', 'must be a day such as 2026-01-31'],
    ['from=2026-03-02&to=2026-03-01', 'from', 'must not be after to'],
    ['merge_id=m&from=2026-03-02', 'merge_id', 'cannot be given together with from or to'],
    ['merge_id=', 'merge_id', 'must be the id of a merge'],
    ['per_page=101', 'per_page', 'must be a whole number from 1 to 100'],
  ])('refuses %s', async (query, field, message) => {
    const answer = await new ReadUsageWorld().call(`GET /changes?${query}`);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toEqual([{ resource: 'Change', field, code: 'invalid', message }]);
  });
});
