import { describe, expect, it } from 'vitest';
import { newUploadSchema } from '../../../shared/contracts/http/new-upload.ts';
import { uploadSchema } from '../../../shared/contracts/http/uploads.ts';
import { UPLOAD_STATES } from '../../../shared/domain/upload.ts';
import { errorOf } from '../../support/http-client.ts';
import { NEW_UPLOAD_ID as ID, ManageUsageWorld } from '../../support/manage-usage-world.ts';

describe('POST /uploads', () => {
  it('gives where and how to put the file', async () => {
    const { status, body } = await new ManageUsageWorld().call('POST /uploads', {
      body: '{"file_name":"all_users.csv","host_name":"GHES.example.com"}',
    });
    expect(status).toBe(201);
    expect(newUploadSchema.parse(body)).toEqual({
      id: ID,
      url: expect.stringContaining(`/uploads/ghes.example.com/${ID}/all_users.csv`),
      method: 'PUT',
      headers: {},
      key: `uploads/ghes.example.com/${ID}/all_users.csv`,
      expires_at: '2026-01-01T00:15:00.000Z',
    });
  });

  it.each([
    ['no body', undefined, `uploads/${ID}/server-usage`],
    ['an empty object', '{}', `uploads/${ID}/server-usage`],
    ['nulls', '{"file_name":null,"host_name":null}', `uploads/${ID}/server-usage`],
    ['a file name', '{"file_name":"usage.json"}', `uploads/${ID}/usage.json`],
    ['a path', '{"file_name":"../../snapshots/x.json"}', `uploads/${ID}/x.json`],
    [
      'a URL as host',
      '{"host_name":"https://ghes.example.com/"}',
      `uploads/ghes.example.com/${ID}/server-usage`,
    ],
  ])('signs a key under uploads/ for %s', async (_name, body, key) => {
    const world = new ManageUsageWorld();
    expect((await world.call('POST /uploads', body === undefined ? {} : { body })).status).toBe(201);
    expect(world.presigner.presigned).toEqual([key]);
  });

  it.each([
    ['{"host_name":"no host"}', 'host_name', 'invalid'],
    ['{"host_name":""}', 'host_name', 'invalid'],
    ['{"host_name":7}', 'host_name', 'invalid'],
    [JSON.stringify({ file_name: 'a'.repeat(256) }), 'file_name', 'invalid'],
    ['{"file_name":["a"]}', 'file_name', 'invalid'],
    ['{"filename":"a"}', 'filename', 'unprocessable'],
    ['{"__proto__":{"a":1}}', '__proto__', 'unprocessable'],
  ])('refuses %s, names the field and signs nothing', async (body, field, code) => {
    const world = new ManageUsageWorld();
    const answer = await world.call('POST /uploads', { body });
    expect(answer.status).toBe(422);
    expect(errorOf(answer)).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'Upload', field, code }],
      status: '422',
    });
    expect(world.presigner.presigned).toEqual([]);
  });

  it.each([
    ['broken JSON', '{"file_name"', 400],
    ['an array', '[]', 400],
    ['a large body', JSON.stringify({ file_name: 'a'.repeat(10_000) }), 413],
  ])('refuses %s', async (_name, body, status) => {
    const answer = await new ManageUsageWorld().call('POST /uploads', { body });
    expect(answer.status).toBe(status);
    expect(errorOf(answer).status).toBe(String(status));
  });
});

describe('POST /uploads/{id}/accept', () => {
  it('sends a held upload back to be applied, and tells where its outcome will be', async () => {
    const world = new ManageUsageWorld();
    world.addUpload('held');
    const answer = await world.call(`POST /uploads/${ID}/accept`, { stage: 'prod' });
    expect(answer.status).toBe(202);
    expect(uploadSchema.parse(answer.body)).toMatchObject({ id: ID, state: 'held' });
    expect(answer.headers.location).toBe(`https://api.example.com/prod/uploads/${ID}`);
    expect(world.queue.accepted).toEqual([ID]);
  });

  it.each(UPLOAD_STATES.filter((state) => state !== 'held'))(
    'refuses an upload that is %s',
    async (state) => {
      const world = new ManageUsageWorld();
      world.addUpload(state);
      const answer = await world.call(`POST /uploads/${ID}/accept`);
      expect(answer.status).toBe(409);
      expect(errorOf(answer)).toMatchObject({
        message: `Upload is ${state}; only a held upload can be accepted`,
        status: '409',
      });
      expect(world.queue.accepted).toEqual([]);
    },
  );

  it.each([ID, 'not-an-id'])('answers 404 for an upload that is not there: %s', async (id) => {
    const world = new ManageUsageWorld();
    const answer = await world.call(`POST /uploads/${id}/accept`);
    expect(answer.status).toBe(404);
    expect(world.queue.accepted).toEqual([]);
  });
});
