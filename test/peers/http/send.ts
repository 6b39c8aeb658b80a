import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';

export async function send({ status, headers, body }: Answer, response: ServerResponse): Promise<void> {
  if (typeof body === 'string') {
    const bytes = Buffer.from(body);
    writeHead(status, { 'content-length': String(bytes.length), ...headers }, response);
    response.end(bytes);
    return;
  }
  writeHead(status, headers, response);
  await pipeline(Readable.from(body), response);
}

/** Announces the whole body and hangs up in the middle of it. */
export function sendHalf({ status, headers, body }: Answer, response: ServerResponse): void {
  const bytes = Buffer.from(typeof body === 'string' ? body : [...body].join(''));
  writeHead(status, { 'content-length': String(bytes.length), ...headers }, response);
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

/** With an `ETag`; 304 in place of a body that the client has by that tag already. */
export function tagged(answer: Answer, ifNoneMatch: string | undefined): Answer {
  if (answer.status !== 200 || typeof answer.body !== 'string') return answer;
  const etag = `W/"${createHash('sha256').update(answer.body).digest('hex')}"`;
  const headers = { ...answer.headers, etag };
  return ifNoneMatch === etag ? { status: 304, headers, body: '' } : { ...answer, headers };
}

function writeHead(status: number, headers: Answer['headers'], response: ServerResponse): void {
  const given = Object.entries(headers).filter(([, value]) => value !== '');
  response.writeHead(status, {
    'x-github-request-id': randomBytes(16).toString('hex').toUpperCase(),
    ...Object.fromEntries(given),
  });
}
