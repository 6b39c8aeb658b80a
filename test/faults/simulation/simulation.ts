import { ulid } from 'ulid';
import { acceptedUploadBody } from '../../../shared/contracts/ingest-message.ts';
import { parseSyncEvent, syncEventBody } from '../../../shared/contracts/sync-event.ts';
import { SYNC_LEASE_MS } from '../../../shared/domain/sync-run.ts';
import { Random } from '../../support/enterprise/random.ts';
import { syncRunOf } from '../../support/sync-runs.ts';
import { CallFaults } from './call-faults.ts';
import { contentOf, type DroppedFile, keyOf } from './dropped-file.ts';
import { FaultLog } from './fault-log.ts';
import { problemsAtRest } from './problems-at-rest.ts';
import type { Action, Schedule } from './schedule.ts';
import { SimulatedFunctions } from './simulated-functions.ts';
import { SimulatedStores } from './simulated-stores.ts';
import { VirtualTime } from './virtual-time.ts';

const BEGAN_MS = Date.parse('2026-03-05T12:00:00.000Z');

/** Nobody who is at rest wakes up by himself. */
const REST_CHECK_MS = 3 * 3_600_000;

/** What became of a schedule. */
export interface SimulationResult {
  /** In sentences; none when all that must hold does. */
  readonly problems: readonly string[];
  readonly log: FaultLog;
  /** How often all had come to rest and was looked at. */
  readonly rests: number;
  readonly commitsRefused: number;
}

/** A file that was dropped, as its bucket and the events tell of it. */
export interface Drop {
  readonly file: DroppedFile;
  readonly observedAt: string;
}

/** Carries out a schedule in virtual time, and looks at everything whenever it is at rest. */
export class Simulation {
  readonly #schedule: Schedule;
  readonly #time = new VirtualTime(BEGAN_MS);
  readonly #log = new FaultLog(this.#time);
  readonly #stores = new SimulatedStores();
  readonly #faults: CallFaults;
  readonly #functions: SimulatedFunctions;
  readonly #drops: Drop[] = [];
  readonly #problems: string[] = [];
  #rests = 0;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    this.#faults = new CallFaults(schedule.rates, new Random(schedule.seed, 1));
    this.#functions = new SimulatedFunctions(schedule, {
      time: this.#time,
      log: this.#log,
      stores: this.#stores,
      faults: this.#faults,
    });
  }

  async run(): Promise<SimulationResult> {
    for (const { atMs, action } of this.#schedule.actions) {
      this.#time.after(atMs, () => this.#carryOut(action));
      this.#time.after(atMs + REST_CHECK_MS, () => this.#lookIfAtRest());
    }
    await this.#time.runOut();
    await this.#settle();
    const { commitsRefused } = this.#stores.usage;
    return { problems: this.#problems, log: this.#log, rests: this.#rests, commitsRefused };
  }

  /** Nothing goes wrong any more, and whoever is on call brings back what came to nothing. */
  async #settle(): Promise<void> {
    this.#faults.stop();
    this.#functions.stopTrouble();
    do await this.#time.runOut();
    while (this.#functions.redrive() > 0);
    this.#acceptHeld();
    await this.#time.runOut();
    if (!this.#functions.isAtRest) this.#problems.push('messages keep coming back');
    await this.#look();
  }

  #carryOut(action: Action): void {
    this.#log.note(`action ${JSON.stringify(action)}`);
    switch (action.kind) {
      case 'drop':
        this.#drop(action.file, action.eventDelaysMs);
        break;
      case 'sync':
        void this.#sync(action.trigger, action.delaysMs);
        break;
      case 'news':
        this.#functions.tellGitHub(action.people);
        break;
      case 'accept':
        this.#acceptHeld();
        break;
      default:
        action satisfies never;
    }
  }

  #drop(file: DroppedFile, eventDelaysMs: readonly number[]): void {
    const { nowMs } = this.#time;
    const [key, content] = [keyOf(file), contentOf(file)];
    const number = this.#drops.length;
    const observedAt = new Date(nowMs - (file.observedMsAgo ?? 0)).toISOString();
    this.#drops.push({ file, observedAt });
    const versionId = `version-${number}`;
    const metadata = file.observedMsAgo === null ? {} : { 'observed-at': observedAt };
    this.#stores.files.put(key, { content, metadata, versionId });
    const body = JSON.stringify({
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime: new Date(nowMs).toISOString(),
          s3: { object: { key: encodeURIComponent(key), versionId, size: content.length } },
        },
      ],
    });
    if (eventDelaysMs.length > 1) this.#log.struck('duplicate-event', `drop ${number}`);
    for (const [copy, delayMs] of eventDelaysMs.entries()) {
      if (delayMs > 1_000) this.#log.struck('delayed-event', `drop ${number}`);
      this.#functions.ingest.send(`drop-${number}.${copy}`, body, delayMs);
    }
  }

  async #sync(trigger: 'weekly' | 'manual', delaysMs: readonly number[]): Promise<void> {
    const { nowMs } = this.#time;
    const body = trigger === 'weekly' ? weeklyEvent(nowMs) : syncEventBody(ulid(nowMs, () => 0));
    const request = parseSyncEvent(JSON.parse(body));
    if (request === null) throw new Error('the event of the sync is none');
    const { runId, requestedAt } = request;
    if (trigger === 'manual') {
      if ((await this.#stores.syncLease.acquire(runId, nowMs)) === null) return;
      const aliveUntil = new Date(nowMs + SYNC_LEASE_MS).toISOString();
      await this.#stores.runs.save(syncRunOf(runId, { requestedAt, aliveUntil }));
    }
    for (const [copy, delayMs] of delaysMs.entries()) {
      this.#functions.sync.send(`sync-${runId}.${copy}`, body, delayMs);
    }
  }

  #acceptHeld(): void {
    for (const { id, state } of this.#stores.uploads.uploads.values()) {
      if (state === 'held') this.#functions.ingest.send(`accept-${id}`, acceptedUploadBody(id));
    }
  }

  #lookIfAtRest(): void {
    if (this.#functions.isAtRest) void this.#look();
  }

  async #look(): Promise<void> {
    this.#rests++;
    const drops = this.#drops;
    const hadTwoWriters = this.#log.counts.has('lease-taken');
    const given = { drops, holds: this.#schedule.holds, hadTwoWriters };
    const found = await problemsAtRest(this.#stores, given);
    const second = (this.#time.nowMs - BEGAN_MS) / 1_000;
    this.#problems.push(...found.map((problem) => `at ${second} s: ${problem}`));
  }
}

function weeklyEvent(timeMs: number): string {
  const time = new Date(timeMs).toISOString();
  return JSON.stringify({ source: 'aws.events', 'detail-type': 'Scheduled Event', id: time, time });
}
