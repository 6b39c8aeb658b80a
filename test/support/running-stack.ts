import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalStack, startLocalStack } from '../../cdk/local/local-stack.ts';
import { newUploadSchema } from '../../shared/contracts/http/new-upload.ts';
import { type UploadBody, uploadSchema } from '../../shared/contracts/http/uploads.ts';

const OUTCOME_TIMEOUT_MS = 45_000;

/** The real stack on a data directory of its own, used over HTTP as a user would. */
export class RunningStack {
  readonly directory: string;
  /** What went wrong while it ran, and every line that its functions wrote. */
  readonly log: string[] = [];
  #stack: LocalStack | null = null;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async start(): Promise<RunningStack> {
    const running = new RunningStack(await mkdtemp(join(tmpdir(), 'license-usage-e2e-')));
    await running.restart();
    return running;
  }

  /** Stops and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.#stack?.stop();
    this.#stack = await startLocalStack({
      dataDirectory: join(this.directory, 'data'),
      apiPort: 0,
      s3Port: 0,
      fresh: false,
      log: (line) => this.log.push(line),
      onFunctionOutput: (_, line) => this.log.push(line),
      onFailure: (reason) => this.log.push(reason),
    });
  }

  get stack(): LocalStack {
    if (this.#stack === null) throw new Error('the stack does not run');
    return this.#stack;
  }

  get bucketUrl(): string {
    return `${this.stack.s3}/${this.stack.bucket}`;
  }

  async get(path: string): Promise<unknown> {
    const response = await fetch(this.stack.api + path);
    if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}`);
    return response.json();
  }

  /** Drops a file as "Add server usage" does, and waits for its outcome. */
  async drop(content: string, names: { fileName: string; hostName?: string }): Promise<UploadBody> {
    const body = JSON.stringify({ file_name: names.fileName, host_name: names.hostName ?? null });
    const answer = await fetch(`${this.stack.api}/uploads`, { method: 'POST', body });
    const { id, url, headers } = newUploadSchema.parse(await answer.json());
    const put = await fetch(url, { method: 'PUT', headers, body: content });
    if (!put.ok) throw new Error(`PUT was answered ${put.status}`);
    return this.outcome(id);
  }

  async outcome(id: string): Promise<UploadBody> {
    const deadline = Date.now() + OUTCOME_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const response = await fetch(`${this.stack.api}/uploads/${id}`);
      const upload = response.ok ? uploadSchema.parse(await response.json()) : null;
      if (upload !== null && upload.state !== 'received') return upload;
      await pause(100);
    }
    throw new Error(`upload ${id} has no outcome:\n${this.log.slice(-20).join('\n')}`);
  }

  async remove(): Promise<void> {
    await this.#stack?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
