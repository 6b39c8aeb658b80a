import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const agent = new Agent({ keepAlive: true });

/** Headers that concern one connection only. */
const HOP_BY_HOP: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'expect', 'transfer-encoding']);

export interface Forwarding {
  readonly url: URL;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Readable | Buffer;
}

/** Sends a request on to an engine and gives its response back before the body has come. */
export async function forward({ url, method, headers, body }: Forwarding): Promise<IncomingMessage> {
  const upstream = sendRequest(url, { method, headers, agent });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    upstream.once('response', resolve);
    upstream.on('error', reject);
  });
  if (Buffer.isBuffer(body)) {
    upstream.end(body);
    return answer;
  }
  // A body that breaks off destroys the request, which its error event tells; and an engine may answer before it has
  // read everything, when what is left of the body concerns nobody.
  pipeline(body, upstream).catch(() => {});
  return answer;
}

export async function sendBack(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.headers));
  await pipeline(answer, response);
}

export function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
