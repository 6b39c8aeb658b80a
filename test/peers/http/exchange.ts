import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { failedAnswer } from '../faults/failed-answer.ts';
import type { Faults } from '../faults/faults.ts';
import { lyingAnswer } from '../faults/lying-answer.ts';
import { errorAnswer } from './answer.ts';
import type { Api } from './api.ts';
import type { HttpRequest } from './peer-request.ts';
import type { RequestLog } from './request-log.ts';
import { send, sendHalf, tagged } from './send.ts';

export interface ExchangeOptions {
  readonly api: Api;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Called by the lie that installations have uploaded again. */
  readonly uploadAgain: () => void;
}

/** Under which a redirected request finds its answer. */
const MOVED = '/_moved';

/** Answers the requests to one of the peer's servers, honestly or with the fault that is switched on. */
export function exchange(options: ExchangeOptions): RequestListener {
  return (incoming, response) => {
    converse(incoming, response, options).catch((error: unknown) => {
      // The client has hung up, or the peer itself is at fault.
      if (response.headersSent) response.destroy();
      else void send(errorAnswer(500, String(error)), response);
    });
  };
}

async function converse(
  incoming: IncomingMessage,
  response: ServerResponse,
  { api, faults, requests, uploadAgain }: ExchangeOptions,
): Promise<void> {
  const { request, isMoved } = await readRequest(incoming);
  const { method, url } = request;
  const operation = api.operationOf(request);
  const path = url.pathname + url.search;
  const fault = faults.take({ source: api.source, operation, method, path });
  requests.add({ source: api.source, operation, method, path }, fault);
  if (fault?.kind === 'reset') {
    incoming.socket.destroy();
    return;
  }
  if (fault?.kind === 'redirect' && !isMoved) {
    return send({ status: 302, headers: { location: fault.to ?? MOVED + path }, body: '' }, response);
  }
  if (fault?.kind === 'slow') await setTimeout(fault.ms, undefined, { ref: false });
  if (fault?.kind === 'new-upload') uploadAgain();
  const honest = () => api.answer(request, fault?.kind === 'moved-rows' ? fault.by : 0);
  const answer =
    failedAnswer(fault, operation, Date.now()) ?? lyingAnswer(await honest(), fault, { operation, url });
  if (fault?.kind === 'truncated') return sendHalf(answer, response);
  return send(tagged(answer, request.headers['if-none-match']), response);
}

async function readRequest(
  incoming: IncomingMessage,
): Promise<{ readonly request: HttpRequest; readonly isMoved: boolean }> {
  const { method = 'GET', url: target = '/', headers, socket } = incoming;
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  const isMoved = target.startsWith(`${MOVED}/`);
  const path = isMoved ? target.slice(MOVED.length) : target;
  const url = new URL(`${scheme}://${headers.host ?? '127.0.0.1'}${path}`);
  return { request: { method, url, headers, body: await text(incoming) }, isMoved };
}
