import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';

interface ChildOptions {
  /** Of the module, beside this one. */
  readonly file: string;
  readonly args: readonly string[];
  /** That of this process, when it is left out. */
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node. */
  readonly execArgv?: readonly string[];
  /** Where its standard output goes. */
  readonly stdout?: 'ignore' | 'inherit';
}

/** A child process that answers each message with one. */
export class Child {
  readonly #file: string;
  readonly #process: ChildProcess;
  readonly #exited: Promise<never>;

  constructor({ file, args, env, execArgv = [], stdout = 'inherit' }: ChildOptions) {
    this.#file = file;
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
      execArgv: [...execArgv],
      ...(env && { env }),
      stdio: ['ignore', stdout, 'inherit', 'ipc'],
    });
    this.#exited = this.#throwAtExit();
    // It ends when it is told to; only whoever waits for an answer minds.
    this.#exited.catch(() => undefined);
  }

  async #throwAtExit(): Promise<never> {
    const [code, signal] = await once(this.#process, 'exit');
    throw new Error(`${this.#file} ended with ${signal ?? `status ${code}`}`);
  }

  /** The next message. Throws when the process ends before it. */
  async answer<Schema extends z.ZodType>(schema: Schema): Promise<z.infer<Schema>> {
    const answer = Promise.withResolvers<unknown>();
    this.#process.once('message', answer.resolve);
    return schema.parse(await Promise.race([answer.promise, this.#exited]));
  }

  ask<Schema extends z.ZodType>(message: object, schema: Schema): Promise<z.infer<Schema>> {
    this.#process.send(message);
    return this.answer(schema);
  }

  /** The most memory it has had so far, as Linux counts it. */
  async peakRssMb(): Promise<number> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8');
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
    if (kilobytes === undefined) throw new Error('the system does not tell the peak of a process: use Linux');
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await this.#exited.catch(() => undefined);
  }
}
