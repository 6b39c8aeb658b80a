import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Api } from '../../../../../functions/console/page/api/api.ts';
import { SendError, type sendFile } from '../../../../../functions/console/page/api/send-file.ts';
import type { FileUploadsEvent } from '../../../../../functions/console/page/views/server-instances/add-usage/file-uploads.ts';
import { uploadFile } from '../../../../../functions/console/page/views/server-instances/add-usage/upload-file.ts';
import { UPLOAD_ID, uploadBody, uploadSummary } from './upload-bodies.ts';

const FILE = { id: 7, hostName: 'ghe.example.com', stage: { name: 'waiting' } } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An API whose upload has these states, one each time the list of uploads is asked for; null: not there yet. */
function apiOf(states: readonly ('received' | 'merged' | null)[]) {
  const requests: { method: string; path: string; body: unknown }[] = [];
  let looks = 0;
  const answer = (method: string, path: string) => {
    if (method === 'POST') {
      const expiresAt = '2026-03-02T00:15:00.000Z';
      const url = 'https://bucket.example/key';
      return { id: UPLOAD_ID, url, method: 'PUT', headers: {}, key: 'uploads/key', expires_at: expiresAt };
    }
    if (path.includes('?')) {
      const state = states[looks++] ?? null;
      return { total_count: 1, uploads: state === null ? [] : [uploadSummary({ state })] };
    }
    return uploadBody({ state: states[looks - 1] ?? 'received' });
  };
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    requests.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : null });
    return Response.json(answer(method, path));
  });
  return { api: new Api({ csrfToken: 'token', onSignedOut: () => undefined }), requests };
}

async function eventsOf(api: Api, send: typeof sendFile, name = 'all_users.csv') {
  const events: FileUploadsEvent[] = [];
  const { signal } = new AbortController();
  const file = new File(['id,login\n'], name);
  const ended = uploadFile({ api, send, tell: (event) => events.push(event), signal }, { ...FILE, file });
  await vi.runAllTimersAsync();
  await ended;
  return events;
}

const sendAll: typeof sendFile = async (_upload, _file, onProgress) => {
  onProgress(0.5);
  onProgress(1);
};

test('sends the file, then asks until its outcome is there', async () => {
  const { api } = apiOf([null, null, 'received', 'merged']);
  expect((await eventsOf(api, sendAll)).map((event) => event.type)).toEqual([
    'sending',
    'sending',
    'sent',
    'told',
    'told',
  ]);
});

test('names the file and its instance; of a long name the end, which tells its kind', async () => {
  const { api, requests } = apiOf(['merged']);
  await eventsOf(api, sendAll, `${'x'.repeat(10_000)}all_users.csv`);
  expect(requests[0]).toMatchObject({
    path: '/uploads',
    body: { host_name: 'ghe.example.com', file_name: expect.stringMatching(/^x{242}all_users\.csv$/) },
  });
});

test('tells that the bucket did not take the file', async () => {
  const { api } = apiOf([]);
  const events = await eventsOf(api, () => Promise.reject(new SendError('refused')));
  expect(events).toEqual([{ type: 'failed', id: 7, failure: 'refused' }]);
});

test('tells why the API did not let it begin', async () => {
  const { api } = apiOf([]);
  vi.stubGlobal('fetch', async () => Response.json({ message: 'no' }, { status: 403 }));
  expect(await eventsOf(api, sendAll)).toEqual([{ type: 'failed', id: 7, failure: 'forbidden' }]);
});
