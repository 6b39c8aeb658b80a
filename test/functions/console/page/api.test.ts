import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Api } from '../../../../functions/console/page/api/api.ts';

const schema = z.strictObject({ total_count: z.int() });

const sent: Request[] = [];
let signedOut = 0;

afterEach(() => {
  vi.unstubAllGlobals();
  sent.length = 0;
  signedOut = 0;
});

/** The API of a page whose server gives this answer to everything. */
function apiThatGets(answer: () => Response): Api {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push(new Request(new URL(path, 'https://console.example'), init));
    return answer();
  });
  return new Api({ csrfToken: 'the-csrf-token', onSignedOut: () => signedOut++ });
}

function answer(status: number, body: unknown): () => Response {
  return () => Response.json(body, { status, headers: { 'x-request-id': 'request-1' } });
}

test('a change carries the CSRF token, and reading carries none', async () => {
  const api = apiThatGets(answer(200, { total_count: 1 }));
  await api.get('/people', schema, { query: { q: 'a&b', page: 2, kind: '' } });
  await api.change('PATCH', '/findings/1', schema, { dismissed: false });
  expect(sent.map(({ url }) => url)).toEqual([
    'https://console.example/people?q=a%26b&page=2',
    'https://console.example/findings/1',
  ]);
  expect(sent.map(({ headers }) => headers.get('x-csrf-token'))).toEqual([null, 'the-csrf-token']);
  expect(await sent[1]?.json()).toEqual({ dismissed: false });
});

test.each([
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [422, 'invalid'],
  [429, 'too-many-requests'],
  [500, 'failed'],
  [503, 'unavailable'],
])('a %d is the error "%s", in the words of the API and with its request', async (status, kind) => {
  const api = apiThatGets(answer(status, { message: 'Says why', status: String(status) }));
  await expect(api.get('/usage', schema)).rejects.toMatchObject({
    kind,
    message: 'Says why',
    requestId: 'request-1',
  });
});

test('a 401 ends the session', async () => {
  const api = apiThatGets(answer(401, { message: 'Requires authentication' }));
  await expect(api.get('/usage', schema)).rejects.toMatchObject({ kind: 'signed-out' });
  expect(signedOut).toBe(1);
});

test('an error that is no JSON has no words', async () => {
  const api = apiThatGets(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(api.get('/usage', schema)).rejects.toMatchObject({ kind: 'unavailable', message: '' });
});

test('an answer that is not what it should be is an error', async () => {
  const api = apiThatGets(answer(200, { total_count: 'many' }));
  await expect(api.get('/usage', schema)).rejects.toMatchObject({ kind: 'unreadable' });
});

test('no answer is no connection', async () => {
  const api = apiThatGets(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(api.get('/usage', schema)).rejects.toMatchObject({ kind: 'offline' });
});

test('an answer without a body is void', async () => {
  const api = apiThatGets(() => new Response(null, { status: 204 }));
  await expect(api.change('DELETE', '/session', z.void())).resolves.toBeUndefined();
});
