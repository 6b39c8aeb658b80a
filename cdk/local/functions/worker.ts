import { type ChildProcess, fork } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionDefinition } from '../template/functions.ts';
import { lambdaNodeOptions } from './lambda-node-options.ts';
import { type Invocation, type WorkerMessage, workerMessageSchema } from './messages.ts';

const PROCESS = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

/** Lambda's limit for the result of a synchronous invocation. */
const MAX_RESULT_BYTES = 6 * 1024 * 1024;

/** An invocation that gave no result: the handler threw, ran out of time or memory, or its process died. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
  readonly errorMessage: string;
  /** Of what the handler threw; null when it did not come to that. */
  readonly errorType: string | null;

  constructor(errorMessage: string, errorType: string | null = null) {
    super(errorType === null ? errorMessage : `${errorType}: ${errorMessage}`);
    this.errorMessage = errorMessage;
    this.errorType = errorType;
  }
}

export interface WorkerOptions {
  readonly definition: FunctionDefinition;
  readonly handlerPath: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What the function writes to its standard output and error. */
  readonly onOutput: (text: string) => void;
}

/** One process that runs one function, one invocation at a time. */
export class Worker {
  readonly #definition: FunctionDefinition;
  readonly #child: ChildProcess;
  /** Resolves with the reason when the process is gone. */
  readonly exited: Promise<string>;
  readonly #ready: Promise<WorkerMessage>;
  #endReason: string | null = null;
  #hasExited = false;
  #expected: PromiseWithResolvers<WorkerMessage> | null = null;

  constructor({ definition, handlerPath, environment, onOutput }: WorkerOptions) {
    this.#definition = definition;
    this.#child = fork(PROCESS, [handlerPath, definition.handlerExport], {
      cwd: dirname(handlerPath),
      env: environment,
      execArgv: lambdaNodeOptions(definition.memoryMb),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', onOutput);
    this.#child.stderr?.setEncoding('utf8').on('data', onOutput);
    this.#child.on('message', (message) => {
      const parsed = workerMessageSchema.safeParse(message);
      if (parsed.success) this.#expected?.resolve(parsed.data);
    });
    this.exited = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(error.message));
      this.#child.on('close', (code, signal) => resolve(`Runtime exited: ${signal ?? `status ${code}`}`));
    });
    this.exited.then((reason) => {
      this.#endReason ??= reason;
      this.#hasExited = true;
      this.#expected?.reject(new InvocationError(this.#endReason));
    });
    this.#ready = this.#nextMessage();
    // Whoever invokes hears of a start that failed; until then nobody listens.
    this.#ready.catch(() => {});
  }

  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  /** The result as JSON. Throws InvocationError; after a timeout the process is gone. */
  async invoke(event: unknown, requestId: string): Promise<string> {
    await this.#ready;
    const outcome = this.#nextMessage();
    const { name, arn, memoryMb, timeoutMs } = this.#definition;
    const invocation: Invocation = {
      requestId,
      deadlineMs: Date.now() + timeoutMs,
      functionName: name,
      functionArn: arn,
      memoryMb,
      event: JSON.stringify(event),
    };
    this.#child.send(invocation);
    const timer = setTimeout(() => {
      this.#endReason = `Task timed out after ${timeoutMs / 1000} seconds`;
      this.kill();
    }, timeoutMs);
    try {
      return resultOf(await outcome);
    } finally {
      clearTimeout(timer);
    }
  }

  /** As `kill -9` would. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #nextMessage(): Promise<WorkerMessage> {
    this.#expected = Promise.withResolvers();
    if (this.#hasExited) this.#expected.reject(new InvocationError(this.#endReason ?? 'Runtime exited'));
    return this.#expected.promise;
  }
}

function resultOf(message: WorkerMessage): string {
  if (message.kind === 'failed') throw new InvocationError(message.errorMessage, message.errorType);
  if (message.kind === 'ready') throw new InvocationError('The worker has started anew');
  const size = Buffer.byteLength(message.result);
  if (size <= MAX_RESULT_BYTES) return message.result;
  throw new InvocationError(`The result has ${size} bytes; Lambda takes ${MAX_RESULT_BYTES} at most`);
}
