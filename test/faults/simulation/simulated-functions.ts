import {
  type IngestObserver,
  ingestUploads,
  type QueueMessage,
} from '../../../functions/ingest-upload/ingest-upload.ts';
import { sync } from '../../../functions/sync/sync.ts';
import type { SyncObserver } from '../../../functions/sync/sync-context.ts';
import { parseSyncEvent } from '../../../shared/contracts/sync-event.ts';
import { DEFAULT_SEAT_SHARES } from '../../../shared/domain/seat-shares.ts';
import { isRetryable } from '../../../shared/runtime/failures.ts';
import { Random } from '../../support/enterprise/random.ts';
import type { CallFaults } from './call-faults.ts';
import type { FaultLog } from './fault-log.ts';
import type { Schedule } from './schedule.ts';
import { type GitHubTruth, simulatedGitHub, type Trouble } from './simulated-github.ts';
import { SimulatedQueue } from './simulated-queue.ts';
import type { SimulatedStores } from './simulated-stores.ts';
import type { Step } from './stepwise-people-ledger.ts';
import type { VirtualTime } from './virtual-time.ts';
import { LONGEST_LATENCIES, LONGEST_LIFE_MS, Worker } from './worker.ts';

/** As many processes of ingest-upload as Lambda runs at once. */
const INGESTS_AT_ONCE = 2;

const MAX_UPLOAD_BYTES = 1024 * 1024;

interface World {
  readonly time: VirtualTime;
  readonly log: FaultLog;
  readonly stores: SimulatedStores;
  readonly faults: CallFaults;
}

/** The functions that write, each invocation in a process of its own, and the queues that bring them their work. */
export class SimulatedFunctions {
  readonly ingest: SimulatedQueue;
  readonly sync: SimulatedQueue;
  readonly #schedule: Schedule;
  readonly #world: World;
  readonly #random: Random;
  readonly #gitHub: GitHubTruth;
  /** Those that sleep, of which one may be woken by the next invocation. */
  readonly #asleep: Worker[] = [];
  #gitHubTrouble: number;
  #holder: Worker | null = null;
  #workers = 0;
  #awake = 0;

  constructor(schedule: Schedule, world: World) {
    this.#schedule = schedule;
    this.#world = world;
    this.#random = new Random(schedule.seed, 2);
    this.#gitHubTrouble = schedule.gitHubTrouble;
    this.#gitHub = { people: [1, 2, 3, 4, 5], uploadedAt: new Date(world.time.nowMs).toISOString() };
    const { time, log } = world;
    const queue = { time, log, random: this.#random };
    this.ingest = new SimulatedQueue({
      ...queue,
      name: 'ingest',
      batchSize: 3,
      concurrency: INGESTS_AT_ONCE,
      work: (batch) => this.#invoke('ingest', batch, this.#ingestBatch),
    });
    this.sync = new SimulatedQueue({
      ...queue,
      name: 'sync',
      batchSize: 1,
      concurrency: INGESTS_AT_ONCE,
      work: (batch) => this.#invoke('sync', batch, this.#syncBatch),
    });
  }

  get isAtRest(): boolean {
    return this.ingest.isEmpty && this.sync.isEmpty && this.#awake === 0;
  }

  redrive(): number {
    return this.ingest.redrive() + this.sync.redrive();
  }

  tellGitHub(people: readonly number[]): void {
    this.#gitHub.people = people;
    this.#gitHub.uploadedAt = new Date(this.#world.time.nowMs).toISOString();
  }

  stopTrouble(): void {
    this.#gitHubTrouble = 0;
  }

  /** Resolves with the messages that failed, all of them when the process died. */
  async #invoke(
    name: 'ingest' | 'sync',
    batch: readonly QueueMessage[],
    work: (worker: Worker, batch: readonly QueueMessage[]) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    this.#wakeSomebody();
    const worker = this.#newWorker(name);
    this.#awake++;
    const ids = batch.map(({ id }) => id);
    const label = `${name} ${this.#workers}`;
    this.#world.log.note(`${label} begins: ${ids.join(', ')}`);
    const done = work(worker, batch).catch(() => ids);
    const failed = await Promise.race([done, worker.ended.then(() => ids)]);
    this.#world.log.note(`${label} ends: ${failed.length} of ${ids.length} failed`);
    this.#awake--;
    if (!worker.isAlive) return ids;
    worker.sleep();
    this.#asleep.push(worker);
    return failed;
  }

  #newWorker(name: 'ingest' | 'sync'): Worker {
    const { time, faults, log } = this.#world;
    const { longestSkewMs, longestLatencyMs, livesMs } = this.#schedule;
    const random = this.#random;
    const skewMs = random.int(-longestSkewMs, longestSkewMs);
    this.#workers++;
    if (Math.abs(skewMs) > 1_000) log.struck('skewed-clock', `${name} ${this.#workers}: ${skewMs} ms`);
    return new Worker({
      name: `${name} ${this.#workers}`,
      time,
      faults,
      log,
      random,
      skewMs,
      lifeMs: faults.areOn ? livesMs[name] : LONGEST_LIFE_MS,
      longestLatencyMs: faults.areOn ? longestLatencyMs : LONGEST_LATENCIES[0],
    });
  }

  #wakeSomebody(): void {
    if (this.#asleep.length === 0 || this.#random.chance(50)) return;
    this.#asleep.splice(this.#random.int(0, this.#asleep.length - 1), 1)[0]?.wake(LONGEST_LIFE_MS);
  }

  readonly #ingestBatch = (worker: Worker, batch: readonly QueueMessage[]): Promise<string[]> =>
    ingestUploads(batch, this.#portsOf(worker), {
      ...this.#contextOf(worker),
      policy: { hold: this.#holdPolicy(), maxUploadBytes: MAX_UPLOAD_BYTES },
      observer: this.#observer(),
    });

  readonly #syncBatch = async (worker: Worker, batch: readonly QueueMessage[]): Promise<string[]> => {
    for (const { body } of batch) {
      const request = parseSyncEvent(JSON.parse(body));
      if (request === null) throw new Error('the event of the sync is none');
      await sync(request, this.#portsOf(worker), {
        ...this.#contextOf(worker),
        hold: this.#holdPolicy(),
        timeout: worker.timeout,
        isRetryable,
        observer: this.#observer(),
      });
    }
    return [];
  };

  #portsOf(worker: Worker) {
    const step: Step = async (name, apply) => {
      const result = await worker.call(name, apply);
      if (name === 'lease.acquire' && result !== null) this.#holds(worker);
      if (name === 'lease.release') this.#holder = null;
      return result;
    };
    return this.#world.stores.through(
      step,
      simulatedGitHub(this.#gitHub, () => this.#trouble(), step),
    );
  }

  /** Of merges. Whoever held the lease before may not know yet that it was taken. */
  #holds(worker: Worker): void {
    if (this.#holder?.isWorking && this.#holder !== worker) this.#world.log.struck('lease-taken', '');
    this.#holder = worker;
  }

  #contextOf({ now, pause, deadlineMs }: Worker) {
    return { ...this.#world.stores.context, now, pause, deadlineMs, seatShares: DEFAULT_SEAT_SHARES };
  }

  #holdPolicy() {
    const maxRemovedAccounts = this.#schedule.holds ? 2 : Number.POSITIVE_INFINITY;
    return { maxRemovedShare: 0.3, maxRemovedAccounts };
  }

  #trouble(): Trouble {
    if (!this.#random.chance(this.#gitHubTrouble)) return null;
    const trouble = this.#random.pick(['fails', 'hangs'] as const);
    this.#world.log.struck(`github-${trouble}`, '');
    return trouble;
  }

  #observer(): IngestObserver & SyncObserver {
    const { log } = this.#world;
    return {
      concluded: ({ id, state }) => log.note(`upload ${id} ${state}`),
      failed: (id, error) => log.note(`message ${id} failed: ${error.message}`),
      merged: ({ mergeId, generation }) => log.note(`merged ${mergeId}, generation ${generation}`),
      charged: () => undefined,
      notTold: (kind) => log.note(`${kind} not told`),
      pullConcluded: (_, { kind, state }) => log.note(`pull ${kind} ${state}`),
      runEnded: ({ id, state }) => log.note(`run ${id} ${state}`),
    };
  }
}
