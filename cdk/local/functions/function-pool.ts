import { InvocationError, Worker, type WorkerOptions } from './worker.ts';

/** Lambda starts a thousand; a laptop has a few cores. Further invocations wait. */
const MAX_WORKERS = 4;

/** The processes of one function: started on demand, kept warm, replaced when they die. */
export class FunctionPool {
  readonly #options: WorkerOptions;
  readonly #maxWorkers: number;
  readonly #onWorkersChanged: () => void;
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: PromiseWithResolvers<Worker>[] = [];
  #stopped = false;

  constructor(options: WorkerOptions, onWorkersChanged: () => void) {
    this.#options = options;
    this.#maxWorkers = Math.min(MAX_WORKERS, options.definition.reservedConcurrency ?? MAX_WORKERS);
    this.#onWorkersChanged = onWorkersChanged;
  }

  get pids(): readonly number[] {
    return [...this.#workers].flatMap(({ pid }) => pid ?? []);
  }

  /** The result as JSON. Throws InvocationError. */
  async invoke(event: unknown, requestId: string): Promise<string> {
    const worker = await this.#take();
    try {
      return await worker.invoke(event, requestId);
    } finally {
      this.#giveBack(worker);
    }
  }

  /** As `kill -9` of every process would. */
  kill(): void {
    for (const worker of this.#workers) worker.kill();
  }

  /** Ends every process at once, which no invocation may mind: it is what a crash does. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new InvocationError('The local run stops'));
    const workers = [...this.#workers];
    this.kill();
    await Promise.all(workers.map((worker) => worker.exited));
  }

  #take(): Worker | Promise<Worker> {
    if (this.#stopped) throw new InvocationError('The local run stops');
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#workers.size < this.#maxWorkers) return this.#start();
    const turn = Promise.withResolvers<Worker>();
    this.#waiting.push(turn);
    return turn.promise;
  }

  #giveBack(worker: Worker): void {
    if (!this.#workers.has(worker)) return;
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next.resolve(worker);
  }

  #start(): Worker {
    const worker = new Worker(this.#options);
    this.#workers.add(worker);
    worker.exited.then(() => this.#forget(worker));
    this.#onWorkersChanged();
    return worker;
  }

  #forget(worker: Worker): void {
    this.#workers.delete(worker);
    const index = this.#idle.indexOf(worker);
    if (index !== -1) this.#idle.splice(index, 1);
    const next = this.#waiting.shift();
    if (next === undefined) this.#onWorkersChanged();
    else next.resolve(this.#start());
  }
}
