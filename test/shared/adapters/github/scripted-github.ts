import type { IncomingMessage, ServerResponse } from 'node:http';
import { OctokitEnterprise } from '../../../../shared/adapters/github/enterprise.ts';
import type { PullError } from '../../../../shared/domain/pull-error.ts';
import type { PullCall } from '../../../../shared/github-ports.ts';
import { type ReceivedRequest, startAnsweringServer } from '../../../support/answering-server.ts';

export const TOKEN = 'ghp_sentinelToken0123456789';
export const OBSERVED_AT = '2026-01-05T10:00:00.000Z';

/** One answer of the script: JSON with status 200, unless told otherwise. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** In place of JSON. */
  readonly text?: string;
  /** `before` an answer, or `within` it: the connection is closed. `never`: nothing is answered. */
  readonly fault?: 'before' | 'within' | 'never';
}

export type Script = (request: ReceivedRequest, n: number) => Answer;

export interface Scenario {
  readonly enterprise: OctokitEnterprise;
  readonly call: PullCall;
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** How often the client said that it sends a request. */
  readonly counted: () => number;
}

export interface ScenarioOptions {
  readonly slug?: string;
  readonly apiVersion?: '2022-11-28' | '2026-03-10';
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
  readonly requestTimeoutMs?: number;
  readonly retryAfterBaseMs?: number;
}

/** A client before a GitHub that answers its n-th request (from 1) as the script says. A second takes a millisecond. */
export async function scenario(script: Script, options: ScenarioOptions = {}): Promise<Scenario> {
  const server = await startAnsweringServer((_, response) => {
    const request = server.requests.at(-1);
    if (request !== undefined) send(script(request, server.requests.length), response);
  });
  let counted = 0;
  const enterprise = new OctokitEnterprise({
    apiUrl: server.url,
    apiVersion: options.apiVersion ?? '2022-11-28',
    enterprise: options.slug ?? 'acme',
    token: TOKEN,
    retryAfterBaseMs: options.retryAfterBaseMs ?? 1,
    ...(options.requestTimeoutMs !== undefined && { requestTimeoutMs: options.requestTimeoutMs }),
  });
  const call = {
    observedAt: OBSERVED_AT,
    deadlineMs: options.deadlineMs ?? Number.POSITIVE_INFINITY,
    signal: options.signal ?? new AbortController().signal,
    onRequest: () => {
      counted++;
    },
  };
  return { enterprise, call, url: server.url, requests: server.requests, counted: () => counted };
}

/** Answers in order; the last one again and again. */
export function inOrder(...answers: readonly [Answer, ...Answer[]]): Script {
  return (_, n) => answers[Math.min(n, answers.length) - 1] ?? answers[0];
}

export async function failureOf(work: Promise<unknown>): Promise<PullError> {
  return work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error) => error,
  );
}

function send(answer: Answer, response: ServerResponse<IncomingMessage>): void {
  if (answer.fault === 'never') return;
  if (answer.fault === 'before') {
    response.destroy();
    return;
  }
  const body = answer.text ?? JSON.stringify(answer.json);
  const length = answer.fault === 'within' ? { 'content-length': String(body.length + 100) } : {};
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json; charset=utf-8',
    ...length,
    ...answer.headers,
  });
  if (answer.fault === 'within') response.write(body, () => response.destroy());
  else response.end(body);
}

export interface GraphQLVariables {
  readonly enterprise?: string;
  readonly id?: string;
  readonly after?: string | null;
}

/** Answers every query by the field that it asks for. */
export function graphql(answers: Readonly<Record<string, (variables: GraphQLVariables) => Answer>>): Script {
  return ({ body }) => {
    const { query, variables } = JSON.parse(body);
    const field = Object.keys(answers).find((name) => new RegExp(`\\b${name}\\b`).test(query));
    return answers[field ?? '']?.(variables) ?? { status: 500, json: {} };
  };
}

/** A connection of which one page is shown: so many nodes from where the cursor says. */
export function connectionOf<Node>(nodes: readonly Node[], after: string | null | undefined, size = 2) {
  const from = Number(after ?? 0);
  const to = from + size;
  return {
    totalCount: nodes.length,
    nodes: nodes.slice(from, to),
    pageInfo: { hasNextPage: to < nodes.length, endCursor: to < nodes.length ? String(to) : null },
  };
}

export function data(value: unknown): Answer {
  return { json: { data: value } };
}
