import { afterEach, expect, test, vi } from 'vitest';
import { Api } from '../../../../functions/console/page/api/api.ts';
import { download } from '../../../../functions/console/page/api/downloads.ts';

afterEach(() => vi.unstubAllGlobals());

const PENDING = () => new Response('{"message":"Wait"}', { status: 202, headers: { 'retry-after': '0' } });

/** What a browser shows of a redirect that it was told not to follow. */
function redirect(): Response {
  return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
}

/** Where the browser went, when the API gives these answers one after the other, the last for ever. */
async function placesAfter(answers: readonly (() => Response)[]): Promise<string[]> {
  const places: string[] = [];
  const left = [...answers];
  vi.stubGlobal('location', { assign: (path: string) => places.push(path) });
  vi.stubGlobal('fetch', async () => (left.length > 1 ? left.shift() : left[0])?.());
  await download(new Api({ csrfToken: null, onSignedOut: () => undefined }), '/report.csv');
  return places;
}

test('waits until the file is made, and then goes for it once', async () => {
  expect(await placesAfter([PENDING, PENDING, redirect])).toEqual(['/report.csv']);
});

test('says so when there is nothing to download', async () => {
  const notFound = () => Response.json({ message: 'Not Found' }, { status: 404 });
  await expect(placesAfter([notFound])).rejects.toMatchObject({ kind: 'not-found' });
});

test('does not wait for ever', async () => {
  await expect(placesAfter([PENDING])).rejects.toMatchObject({ kind: 'unavailable' });
});
