import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from '../../../functions/console/build-page.ts';

/**
 * For looking at the page while it is made: serves it before an API that runs, as its one owner.
 *
 *   node test/support/console/page-server.ts --port 3204 --api http://127.0.0.1:3000 --token TOKEN --enterprise acme
 *
 * The page is built again whenever it is loaded. `--s3 ORIGIN` is where uploads and downloads may go.
 */
const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '3204' },
    api: { type: 'string', default: 'http://127.0.0.1:3000' },
    s3: { type: 'string', default: 'http://127.0.0.1:3001' },
    enterprise: { type: 'string', default: 'acme' },
    token: { type: 'string' },
  },
});
const { token } = options;
if (token === undefined) throw new Error("--token is missing: npm start prints the owner's");

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src 'self' ${options.s3}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const CSRF_TOKEN = 'csrf-token-of-this-server';

let isSignedIn = true;
const folder = mkdtempSync(join(tmpdir(), 'console-page-'));

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function session() {
  const known = { signed_in: isSignedIn, enterprise: options.enterprise, sign_in: { oauth: true } };
  if (!isSignedIn) return known;
  const expiresAt = new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString();
  return { ...known, login: 'owner', csrf_token: CSRF_TOKEN, expires_at: expiresAt };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function serveIndex(response: ServerResponse): void {
  rmSync(folder, { recursive: true, force: true });
  buildPage(folder);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    .end(readFileSync(join(folder, 'index.html')));
}

function serveAsset(path: string, response: ServerResponse): void {
  const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': contentType }).end(readFileSync(join(folder, path)));
}

async function serveSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'DELETE') {
    isSignedIn = false;
    response.writeHead(204).end();
    return;
  }
  if (request.method === 'POST' && !(await bodyOf(request)).includes('ghp_')) {
    sendJson(response, 401, { message: 'Bad credentials' });
    return;
  }
  if (request.method === 'POST') isSignedIn = true;
  sendJson(response, request.method === 'POST' ? 201 : 200, session());
}

async function proxy(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  if (!isSignedIn) return sendJson(response, 401, { message: 'Requires authentication' });
  if (method !== 'GET' && request.headers['x-csrf-token'] !== CSRF_TOKEN) {
    return sendJson(response, 403, { message: 'The CSRF token is missing' });
  }
  const answer = await fetch(`${options.api}${url}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: await bodyOf(request) }),
  });
  const headers = ['content-type', 'link', 'location', 'retry-after', 'x-request-id'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(headers)).end(await answer.text());
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/') return serveIndex(response);
  if (path.startsWith('/assets/')) return serveAsset(path, response);
  if (path === '/session') return serveSession(request, response);
  if (path === '/sign-in') {
    isSignedIn = true;
    response.writeHead(302, { location: '/' }).end();
    return;
  }
  return proxy(request, response);
}

createServer((request, response) => {
  serve(request, response).catch((error: unknown) => sendJson(response, 500, { message: String(error) }));
}).listen(Number(options.port), '127.0.0.1');
process.stdout.write(`http://127.0.0.1:${options.port}\n`);
