import { describe, expect, it } from 'vitest';
import { uploadSchema, uploadsSchema } from '../../../shared/contracts/http/uploads.ts';
import { UPLOAD_STATES, type Upload } from '../../../shared/domain/upload.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { host, serverSnapshot } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { ReadUsageWorld } from '../../support/read-usage-world.ts';
import { uploadOf } from '../../support/uploads.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FA1';

const MERGED = uploadOf(ID, {
  state: 'merged',
  source: 'server:ghes.example.com',
  instance: { hostName: host('ghes.example.com'), serverId: 'server-1', version: '3.17.0' },
  snapshot: {
    source: 'server:ghes.example.com',
    channel: 'users-report',
    observedAt: '2026-03-01T00:00:00.000Z',
    digest: 'a'.repeat(64),
    key: 'snapshots/server/1',
    accounts: 120,
  },
  mergeId: 'merge-1',
  counts: { peopleAdded: 3, peopleChanged: 2, peopleRemoved: 1, licensesBefore: 10, licensesAfter: 12 },
});

const REJECTED = uploadOf(ID, {
  state: 'rejected',
  rejection: {
    reason: 'invalid-content',
    totalProblems: 250,
    problems: [{ path: '$.users[3].id', line: 4, column: 9, expected: 'a number', fix: 'export again' }],
  },
});

async function read(upload: Upload) {
  const world = new ReadUsageWorld();
  world.uploads.uploads.set(upload.id, upload);
  const { body } = await world.call(`GET /uploads/${upload.id}`);
  return uploadSchema.parse(body);
}

describe('GET /uploads/{id}', () => {
  it('gives what came of a merged file', async () => {
    expect(await read(MERGED)).toEqual({
      id: ID,
      state: 'merged',
      message: expect.any(String),
      key: MERGED.key,
      size: 1234,
      received_at: '2026-03-01T00:00:00.000Z',
      observed_at: '2026-03-01T00:00:00.000Z',
      source: 'server:ghes.example.com',
      rejection: null,
      hold: null,
      accepted_at: null,
      merge_id: 'merge-1',
      counts: {
        people_added: 3,
        people_changed: 2,
        people_removed: 1,
        licenses_before: 10,
        licenses_after: 12,
      },
      problems: [],
      server_instance: { host_name: 'ghes.example.com', server_id: 'server-1', version: '3.17.0' },
      snapshot: {
        source: 'server:ghes.example.com',
        channel: 'users-report',
        observed_at: '2026-03-01T00:00:00.000Z',
        accounts: 120,
      },
    });
  });

  it('gives what was wrong with a rejected file, and how much of it there was', async () => {
    expect(await read(REJECTED)).toMatchObject({
      rejection: { reason: 'invalid-content', total_problems: 250 },
      problems: [{ path: '$.users[3].id', line: 4, column: 9, expected: 'a number', fix: 'export again' }],
    });
  });

  it('gives what a held file would have removed', async () => {
    const held = uploadOf(ID, { state: 'held', hold: { accountsBefore: 100, accountsRemoved: 60 } });
    expect(await read(held)).toMatchObject({ hold: { accounts_before: 100, accounts_removed: 60 } });
  });

  it('says what each state means in words of its own', async () => {
    const uploads = await Promise.all(UPLOAD_STATES.map((state) => read(uploadOf(ID, { state }))));
    expect(new Set(uploads.map((upload) => upload.message)).size).toBe(UPLOAD_STATES.length);
  });

  it.each(['01ARZ3NDEKTSV4RRFFQ69G5FZZ', 'not-an-id', 'a'.repeat(3000)])(
    'answers 404 for %.30s',
    async (id) => {
      const answer = await new ReadUsageWorld().call(`GET /uploads/${id}`);
      expect(answer.status).toBe(404);
      expect(errorOf(answer)).toMatchObject({ message: 'Not Found', status: '404' });
    },
  );
});

describe('GET /uploads', () => {
  it('is empty before the first upload', async () => {
    const { body } = await new ReadUsageWorld().call('GET /uploads');
    expect(body).toEqual({ total_count: 0, uploads: [] });
  });

  it('lists newest first, in linked pages, without the single problems', async () => {
    const world = new ReadUsageWorld();
    const ids = ['A', 'B', 'C'].map((last) => `01ARZ3NDEKTSV4RRFFQ69G5FA${last}`);
    for (const id of ids) world.uploads.uploads.set(id, { ...REJECTED, id });
    const answer = await world.call('GET /uploads?per_page=2');
    const { total_count, uploads } = uploadsSchema.parse(answer.body);
    expect(total_count).toBe(3);
    expect(uploads.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(uploads[0]?.rejection).toEqual({ reason: 'invalid-content', total_problems: 250 });
    expect(answer.headers.link).toContain('uploads?per_page=2&page=2>; rel="next"');
  });

  it('is empty beyond the end', async () => {
    const world = new ReadUsageWorld();
    world.uploads.uploads.set(ID, MERGED);
    expect((await world.call('GET /uploads?page=2')).body).toEqual({ total_count: 1, uploads: [] });
  });

  it('lists what waits for an owner: of each source the newest, unless newer usage has come', async () => {
    const world = new ReadUsageWorld();
    const noted = [
      ['A', 'waiting.example.com', 'held'],
      ['B', 'settled.example.com', 'held'],
      ['C', 'accepted.example.com', 'merged'],
      ['D', 'newest.example.com', 'held'],
    ] as const;
    for (const [last, hostName, state] of noted) {
      const uploadId = `01ARZ3NDEKTSV4RRFFQ69G5FA${last}`;
      const hold = { accountsBefore: 100, accountsRemoved: 60 };
      world.uploads.uploads.set(uploadId, uploadOf(uploadId, { state, hold }));
      const held = { observedAt: '2026-03-01T00:00:00.000Z', uploadId, hold };
      await world.sources.noteHeld(serverSourceId(host(hostName)), held);
    }
    const newer = { observedAt: '2026-03-02T00:00:00.000Z' };
    await world.observe(serverSnapshot('settled.example.com', [], newer));
    const { body, headers } = await world.call('GET /uploads?state=held&per_page=1');
    const { total_count: total, uploads } = uploadsSchema.parse(body);
    expect(total).toBe(2);
    expect(uploads.map(({ id }) => id)).toEqual(['01ARZ3NDEKTSV4RRFFQ69G5FAD']);
    expect(headers.link).toContain('uploads?state=held&per_page=1&page=2>; rel="next"');
  });

  it('refuses a state that cannot be looked for', async () => {
    const answer = await new ReadUsageWorld().call('GET /uploads?state=merged');
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'Upload', field: 'state', code: 'invalid' }]);
  });

  it('refuses a page that cannot be', async () => {
    const answer = await new ReadUsageWorld().call('GET /uploads?per_page=1000');
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([
      { resource: 'Upload', field: 'per_page', code: 'invalid' },
    ]);
  });
});
