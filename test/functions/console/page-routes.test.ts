import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ConsoleWorld, PAGE } from '../../support/console-world.ts';

const SCRIPT = 'assets/app-1a2b3c4d.js';

describe('the page', () => {
  it('is for whoever asks, and asked for every time', async () => {
    const answer = await new ConsoleWorld().call('GET /');
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      cookies: [],
    });
    expect(answer.body.toString()).toBe(PAGE['index.html']);
  });

  it('is not sent again while it is the same', async () => {
    const { call } = bound();
    const { etag } = (await call('GET /')).headers;
    const again = await call('GET /', { headers: { 'if-none-match': String(etag) } });
    expect(again).toMatchObject({ status: 304, headers: { etag, 'cache-control': 'no-cache' } });
    expect(again.body).toHaveLength(0);
    expect((await call('GET /', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('runs, loads and asks nothing but what comes from here, and puts uploads into the bucket', async () => {
    const { headers } = await new ConsoleWorld().call('GET /');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://bucket.s3.example.com/uploads/");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:(?!\/\/bucket)/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('an asset', () => {
  it('may be kept for a year: another content has another name', async () => {
    const answer = await new ConsoleWorld().call(`GET /${SCRIPT}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
  });

  it.each([
    { accept: 'gzip, deflate, br, zstd', encoding: 'br', decode: brotliDecompressSync },
    { accept: 'GZIP', encoding: 'gzip', decode: gunzipSync },
    { accept: 'br;q=0, gzip;q=0.5', encoding: 'gzip', decode: gunzipSync },
  ])('is compressed for a client that takes $accept', async ({ accept, encoding, decode }) => {
    const answer = await new ConsoleWorld().call(`GET /${SCRIPT}`, {
      headers: { 'accept-encoding': accept },
    });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.body.length).toBeLessThan((PAGE[SCRIPT] ?? '').length);
    expect(decode(answer.body).toString()).toBe(PAGE[SCRIPT]);
  });

  it.each(['', 'identity', 'zstd', 'br;q=0', 'gzip; q=0.000'])('is as it is for %j', async (accept) => {
    const answer = await new ConsoleWorld().call(`GET /${SCRIPT}`, {
      headers: { 'accept-encoding': accept },
    });
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.body.toString()).toBe(PAGE[SCRIPT]);
  });

  it('has another tag in each form', async () => {
    const { call } = bound();
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(async (accept) => {
        return (await call(`GET /${SCRIPT}`, { headers: { 'accept-encoding': accept } })).headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each([
    'app-00000000.js',
    'app-1a2b3c4d.js.br',
    'index.html',
    '..%2Findex.html',
    '..%2F..%2F..%2F..%2Fetc%2Fhosts.json',
    '%2Fetc%2Fhosts',
    'app-1a2b3c4d.js%00.css',
    '.',
    '%20',
  ])('%s is none: 404', async (name) => {
    const answer = await new ConsoleWorld().call(`GET /assets/${name}`);
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ message: 'Not Found' });
  });
});

function bound() {
  const world = new ConsoleWorld();
  return { call: world.call.bind(world) };
}
