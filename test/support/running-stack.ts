import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LicenseUsageApplication, startApplication } from '../../cdk/local/application.ts';
import type { Stack } from '../../cdk/local/demo/find-stack.ts';
import { type LocalStack, startLocalStack } from '../../cdk/local/local-stack.ts';
import { newUploadSchema } from '../../shared/contracts/http/new-upload.ts';
import { type SyncRunBody, syncRunSchema } from '../../shared/contracts/http/sync-runs.ts';
import { type UploadBody, uploadSchema } from '../../shared/contracts/http/uploads.ts';
import type { GitHubPeer } from '../peers/github-peer.ts';

/** Of a small enterprise. */
const OUTCOME_TIMEOUT_MS = 45_000;

export interface RunningStackOptions {
  /** Of the enterprise that GitHub shows; few unless a test wants to see more. */
  readonly people?: number;
  readonly seed?: number;
  /** Instead of once a week. */
  readonly syncEverySeconds?: number;
  /** How long a sync or an upload may take. */
  readonly outcomeTimeoutMs?: number;
}

/** The real stack on a data directory of its own, used over HTTP as an owner would. */
export class RunningStack {
  readonly directory: string;
  /** What went wrong while it ran, and every line that its functions wrote. */
  readonly log: string[] = [];
  readonly #options: RunningStackOptions;
  #stack: LocalStack<LicenseUsageApplication> | null = null;

  private constructor(directory: string, options: RunningStackOptions) {
    this.directory = directory;
    this.#options = options;
  }

  static async start(options: RunningStackOptions = {}): Promise<RunningStack> {
    const running = new RunningStack(await mkdtemp(join(tmpdir(), 'license-usage-e2e-')), options);
    await running.restart();
    return running;
  }

  /** Stops and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.#stack?.stop();
    const { people = 20, seed = 1, syncEverySeconds = null } = this.#options;
    this.#stack = await startLocalStack({
      dataDirectory: join(this.directory, 'data'),
      apiPort: 0,
      s3Port: 0,
      fresh: false,
      application: (data) => startApplication(data, { people, seed }),
      scheduleEverySeconds: syncEverySeconds,
      log: (line) => this.log.push(line),
      onFunctionOutput: (_, line) => this.log.push(line),
      onFailure: (reason) => this.log.push(reason),
    });
  }

  get stack(): LocalStack<LicenseUsageApplication> {
    if (this.#stack === null) throw new Error('the stack does not run');
    return this.#stack;
  }

  get peer(): GitHubPeer {
    return this.stack.application.peer;
  }

  get bucketUrl(): string {
    return `${this.stack.s3}/${this.stack.bucket}`;
  }

  /** As the demo finds it. */
  get whereabouts(): Stack {
    const { stack, bucketUrl, peer } = this;
    return { api: stack.api, token: peer.ownerToken, bucketUrl, peerUrl: peer.url };
  }

  /** Asks the API with an owner's token, or with another one; null for none. */
  fetch(
    path: string,
    { method = 'GET', body, token = this.peer.ownerToken }: OwnersRequest = {},
  ): Promise<Response> {
    return fetch(this.stack.api + path, {
      method,
      ...(token !== null && { headers: { authorization: `Bearer ${token}` } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async get(path: string): Promise<unknown> {
    const response = await this.fetch(path);
    if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}`);
    return response.json();
  }

  /** Drops a file as "Add server usage" does, and waits for its outcome. */
  async drop(content: string, names: { fileName: string; hostName?: string }): Promise<UploadBody> {
    const body = { file_name: names.fileName, host_name: names.hostName ?? null };
    const answer = await this.fetch('/uploads', { method: 'POST', body });
    const { id, url, headers } = newUploadSchema.parse(await answer.json());
    const put = await fetch(url, { method: 'PUT', headers, body: content });
    if (!put.ok) throw new Error(`PUT was answered ${put.status}`);
    return this.outcome(id);
  }

  async outcome(id: string): Promise<UploadBody> {
    const settled = async () => {
      const response = await this.fetch(`/uploads/${id}`);
      const upload = response.ok ? uploadSchema.parse(await response.json()) : null;
      return upload?.state === 'received' ? null : upload;
    };
    return this.#poll(`upload ${id}`, settled);
  }

  /** Starts a sync and waits for its end. */
  async syncNow(body?: object): Promise<SyncRunBody> {
    const answer = await this.fetch('/sync-now', { method: 'POST', ...(body && { body }) });
    if (answer.status !== 202) throw new Error(`POST /sync-now was answered ${answer.status}`);
    const { id } = syncRunSchema.parse(await answer.json());
    return this.#poll(`sync ${id}`, async () => {
      const run = syncRunSchema.parse(await this.get(`/sync-runs/${id}`));
      return run.ended_at === null ? null : run;
    });
  }

  async #poll<Outcome>(what: string, ask: () => Promise<Outcome | null>): Promise<Outcome> {
    const deadline = Date.now() + (this.#options.outcomeTimeoutMs ?? OUTCOME_TIMEOUT_MS);
    while (Date.now() < deadline) {
      const outcome = await ask();
      if (outcome !== null) return outcome;
      await pause(100);
    }
    throw new Error(`${what} has no outcome:\n${this.log.slice(-20).join('\n')}`);
  }

  async remove(): Promise<void> {
    await this.#stack?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

interface OwnersRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  /** Sent as JSON. */
  readonly body?: object;
  readonly token?: string | null;
}
