import * as z from 'zod';
import { ApiError, errorKindOf } from './api-error.ts';

type Query = Readonly<Record<string, string | number>>;

interface GetOptions {
  readonly query?: Query;
  readonly signal?: AbortSignal;
}

interface ApiOptions {
  /** Null before anybody has signed in. */
  readonly csrfToken: string | null;
  /** The session is over: it expired, or was ended elsewhere. */
  readonly onSignedOut: () => void;
}

interface DownloadState {
  readonly ready: boolean;
  readonly retryAfterSeconds: number;
}

/** Of an error's body, only the message is shown. */
const errorMessageSchema = z.object({ message: z.string() });

/**
 * The API that serves this page. Who asks is told by the session's cookie; a change also carries the session's CSRF
 * token, which no other site can know. Every answer is parsed. Throws an ApiError.
 */
export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  get<Body>(path: string, schema: z.ZodType<Body>, { query = {}, signal }: GetOptions = {}): Promise<Body> {
    return this.#answer(pathWith(path, query), schema, signal ? { signal } : {});
  }

  /** `schema` of the answer; `z.void()` where it has no body. */
  change<Body>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: z.ZodType<Body>,
    body?: unknown,
  ): Promise<Body> {
    const headers = new Headers({ 'x-requested-with': 'license-usage' });
    if (this.#options.csrfToken !== null) headers.set('x-csrf-token', this.#options.csrfToken);
    if (body === undefined) return this.#answer(path, schema, { method, headers });
    headers.set('content-type', 'application/json');
    return this.#answer(path, schema, { method, headers, body: JSON.stringify(body) });
  }

  /** Whether a file is there. Its redirect is not followed: it leads to another origin, for the browser itself. */
  async downloadState(path: string): Promise<DownloadState> {
    const response = await this.#send(path, { redirect: 'manual' });
    if (response.type === 'opaqueredirect') return { ready: true, retryAfterSeconds: 0 };
    if (!response.ok) throw await this.#errorOf(response);
    return { ready: false, retryAfterSeconds: Number(response.headers.get('retry-after') ?? '1') };
  }

  async #answer<Body>(path: string, schema: z.ZodType<Body>, init: RequestInit): Promise<Body> {
    const response = await this.#send(path, init);
    if (!response.ok) throw await this.#errorOf(response);
    const parsed = schema.safeParse(await bodyOf(response));
    if (parsed.success) return parsed.data;
    throw new ApiError('unreadable', { message: '', requestId: requestIdOf(response) }, parsed.error);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(path, { ...init, credentials: 'same-origin' });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new ApiError('offline', { message: '', requestId: null }, cause);
    }
  }

  async #errorOf(response: Response): Promise<ApiError> {
    const told = errorMessageSchema.safeParse(await bodyOf(response));
    const kind = errorKindOf(response.status);
    if (kind === 'signed-out') this.#options.onSignedOut();
    return new ApiError(kind, {
      message: told.data?.message ?? '',
      requestId: requestIdOf(response),
    });
  }
}

function pathWith(path: string, query: Query): string {
  const told = Object.entries(query).filter(([, value]) => value !== '');
  if (told.length === 0) return path;
  return `${path}?${new URLSearchParams(told.map(([name, value]) => [name, String(value)]))}`;
}

/** Undefined where there is no JSON: an error of something in between may be a page of HTML. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function requestIdOf(response: Response): string | null {
  return response.headers.get('x-request-id');
}
