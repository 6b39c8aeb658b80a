import type { QueueMessage } from '../../../functions/ingest-upload/ingest-upload.ts';
import type { Random } from '../../support/enterprise/random.ts';
import type { FaultLog } from './fault-log.ts';
import type { VirtualTime } from './virtual-time.ts';
import { LONGEST_LIFE_MS } from './worker.ts';

/** Of the real queue it is 10. */
const MAX_RECEIVE_COUNT = 3;

/** How long a message stays hidden after the longest life of its invocation. */
const MARGIN_MS = 60_000;

export interface QueueOptions {
  readonly name: string;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly log: FaultLog;
  readonly batchSize: number;
  readonly concurrency: number;
  /** Works on a batch. Resolves with the ids of the messages that have to come again; of all, when it died. */
  readonly work: (batch: readonly QueueMessage[]) => Promise<readonly string[]>;
}

/** Delivers at least once and in any order. What comes back too often waits for somebody to redrive it. */
export class SimulatedQueue {
  readonly #options: QueueOptions;
  #visible: QueueMessage[] = [];
  #deadLetters: QueueMessage[] = [];
  /** Messages that are neither done nor dead. */
  #open = 0;
  #working = 0;
  #redrives = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#open + this.#deadLetters.length === 0;
  }

  send(id: string, body: string, delayMs = 0): void {
    this.#open++;
    this.#show({ id, body, receiveCount: 0 }, delayMs);
  }

  /** Redriven messages are new ones: they have not been received yet. Returns how many there were. */
  redrive(): number {
    const { log, name } = this.#options;
    const dead = this.#deadLetters.splice(0);
    this.#redrives++;
    for (const { id, body } of dead) {
      log.struck('redriven', `${name} ${id}`);
      this.send(`${id}/${this.#redrives}`, body);
    }
    return dead.length;
  }

  #show(message: QueueMessage, delayMs: number): void {
    this.#options.time.after(delayMs, () => {
      this.#visible.push(message);
      this.#deliver();
    });
  }

  #deliver(): void {
    const { random, batchSize, concurrency } = this.#options;
    while (this.#visible.length > 0 && this.#working < concurrency) {
      const mixed = random.shuffled(this.#visible);
      const batch = mixed.splice(0, random.int(1, batchSize));
      this.#visible = mixed;
      this.#work(batch.map((message) => ({ ...message, receiveCount: message.receiveCount + 1 })));
    }
  }

  async #work(batch: readonly QueueMessage[]): Promise<void> {
    const { time, random, work } = this.#options;
    const hiddenUntilMs = time.nowMs + LONGEST_LIFE_MS + MARGIN_MS;
    this.#working++;
    const failed = await work(batch);
    this.#working--;
    for (const message of batch) {
      if (!failed.includes(message.id)) this.#open--;
      else this.#fail(message, random.chance(30) ? 1_000 : hiddenUntilMs - time.nowMs);
    }
    this.#deliver();
  }

  #fail(message: QueueMessage, delayMs: number): void {
    const { log, name } = this.#options;
    if (message.receiveCount < MAX_RECEIVE_COUNT) {
      this.#show(message, delayMs);
      return;
    }
    log.struck('dead-lettered', `${name} ${message.id}`);
    this.#deadLetters.push(message);
    this.#open--;
  }
}
