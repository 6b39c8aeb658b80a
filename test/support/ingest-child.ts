import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { IngestAnswer, IngestRequest } from '../faults/ingest-process.ts';

const SCRIPT = new URL('../faults/ingest-process.ts', import.meta.url);

/** A process that ingests, and that can be killed at any moment. */
export class IngestChild {
  readonly #process: ChildProcess;
  readonly #ready: Promise<unknown>;

  constructor(endpoints: { readonly s3: string; readonly dynamodb: string }) {
    this.#process = fork(SCRIPT, {
      env: {
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'S3RVER',
        AWS_SECRET_ACCESS_KEY: 'S3RVER',
        AWS_ENDPOINT_URL_S3: endpoints.s3,
        AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
        AWS_REQUEST_CHECKSUM_CALCULATION: 'when_required',
      },
    });
    this.#ready = once(this.#process, 'message');
  }

  /** Null when the process was killed before it answered. */
  async ingest(request: IngestRequest): Promise<IngestAnswer | null> {
    await this.#ready;
    const settled = new AbortController();
    const { signal } = settled;
    const ended = once(this.#process, 'exit', { signal }).then(() => null);
    const answered = once(this.#process, 'message', { signal }).then(([answer]) => answer as IngestAnswer);
    this.#process.send(request);
    try {
      return await Promise.race([answered, ended]);
    } finally {
      settled.abort();
      await Promise.allSettled([ended, answered]);
    }
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.kill();
    await exited;
  }
}
