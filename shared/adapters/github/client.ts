import type { Octokit } from '@octokit/core';
import type * as z from 'zod';
import type { GitHubApiVersion } from '../../contracts/github/api-version.ts';
import { type GraphQLError, graphqlAnswer } from '../../contracts/github/graphql-answer.ts';
import { graphqlFailure, pullErrorOf, pullFailure, unreadable } from './pull-failures.ts';

export interface GraphQLQuery<Answer> {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | null>>;
  readonly answer: z.ZodType<Answer>;
  /** Errors that leave a part of the answer empty and are no failure. */
  readonly mayPass?: (error: GraphQLError) => boolean;
}

/** The API as one pull asks it. `asked` is what is asked for, in a few words, for the errors. */
export class GitHubClient {
  readonly enterprise: string;
  readonly #octokit: Octokit;
  readonly #apiVersion: GitHubApiVersion;
  readonly #signal: AbortSignal;

  constructor(octokit: Octokit, enterprise: string, apiVersion: GitHubApiVersion, signal: AbortSignal) {
    this.#octokit = octokit;
    this.enterprise = enterprise;
    this.#apiVersion = apiVersion;
    this.#signal = signal;
  }

  /** The URL of something of the enterprise in the REST API. */
  url(path: string, query: Readonly<Record<string, string>> = {}): string {
    const { baseUrl } = this.#octokit.request.endpoint.DEFAULTS;
    const url = new URL(`/enterprises/${encodeURIComponent(this.enterprise)}/${path}`, baseUrl);
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }

  /** Throws PullError. `link` is the answer's `Link` header. */
  async get<Body>(
    url: string,
    schema: z.ZodType<Body>,
    asked: string,
  ): Promise<{ readonly body: Body; readonly link: string }> {
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': this.#apiVersion };
    const { data, link } = await this.#request(`GET ${url}`, { headers }, asked);
    return { body: parsed(schema, data, asked), link };
  }

  /** Throws PullError. */
  async ask<Answer>(
    { query, variables, answer, mayPass }: GraphQLQuery<Answer>,
    asked: string,
  ): Promise<Answer> {
    const { data } = await this.#request('POST /graphql', { query, variables }, asked);
    const envelope = parsed(graphqlAnswer, data, asked);
    const error = envelope.errors?.find((candidate) => mayPass?.(candidate) !== true);
    if (error !== undefined) throw graphqlFailure(asked, error);
    return parsed(answer, envelope.data, asked);
  }

  async #request(
    route: string,
    parameters: object,
    asked: string,
  ): Promise<{ readonly data: unknown; readonly link: string }> {
    try {
      const response = await untilAborted(this.#octokit.request(route, { ...parameters }), this.#signal);
      const { status, data, headers } = response;
      if (status !== 200) throw pullFailure('unreadable-answer', asked, `HTTP ${status}`);
      return { data, link: headers.link ?? '' };
    } catch (error) {
      throw pullErrorOf(error, asked, this.#signal);
    }
  }
}

function parsed<Body>(schema: z.ZodType<Body>, data: unknown, asked: string): Body {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw unreadable(asked, result.error);
}

/** Octokit's waits know no signal: what it still does once the pull was aborted is nobody's business. */
async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
