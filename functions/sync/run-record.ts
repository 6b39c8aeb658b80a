import type { Pull, SyncRun } from '../../shared/domain/sync-run.ts';
import type { LeaseKeeper } from '../../shared/merge/lease-keeper.ts';
import type { SyncRunLog } from '../../shared/ports.ts';
import { SyncUnfinished } from './sync-context.ts';

/** What tells the pulls of one run apart. */
export type PullKey = Pick<Pull, 'kind' | 'source'>;

/**
 * The record of the run at work. Changes are written in the background, one write at a time: what changes during
 * a write is written together by the next one. Everything is written under the lease and alive as long as that.
 */
export class RunRecord {
  readonly #log: SyncRunLog;
  readonly #keeper: LeaseKeeper;
  #run: SyncRun;
  #isUnsaved = false;
  #saving: Promise<void> | null = null;

  constructor(run: SyncRun, log: SyncRunLog, keeper: LeaseKeeper) {
    this.#run = run;
    this.#log = log;
    this.#keeper = keeper;
  }

  get run(): SyncRun {
    return this.#run;
  }

  /** Takes what is stored, if anything is: somebody else may have gone on with the run before the lease was held. */
  async load(): Promise<void> {
    this.#run = (await this.#log.get(this.#run.id)) ?? this.#run;
  }

  pull(key: PullKey): Pull | undefined {
    return this.#run.pulls.find((pull) => isOf(pull, key));
  }

  change(facts: Partial<SyncRun>): void {
    this.#run = { ...this.#run, ...facts };
    this.saveSoon();
  }

  changePull(key: PullKey, facts: Partial<Pull>): void {
    this.change({ pulls: this.#pullsWith(key, facts) });
  }

  /** Written with the next change. */
  countRequest(key: PullKey): void {
    const requests = (this.pull(key)?.requests ?? 0) + 1;
    this.#run = { ...this.#run, pulls: this.#pullsWith(key, { requests }) };
  }

  /** A write that fails is made up for by the next one, or by `save`, whose failure counts. */
  saveSoon(): void {
    this.save().catch(() => undefined);
  }

  /** Resolves when all that is told so far is written. */
  save(): Promise<void> {
    this.#isUnsaved = true;
    this.#saving ??= this.#writeUnsaved();
    return this.#saving;
  }

  /** @throws SyncUnfinished when somebody else has the lease now. */
  async ensureHeld(): Promise<void> {
    if (!(await this.#keeper.ensureHeld())) throw new SyncUnfinished('the lease of syncs was lost');
  }

  async #writeUnsaved(): Promise<void> {
    try {
      while (this.#isUnsaved) {
        this.#isUnsaved = false;
        await this.ensureHeld();
        const aliveUntil = new Date(this.#keeper.expiresAtMs ?? 0).toISOString();
        this.#run = { ...this.#run, aliveUntil };
        await this.#log.save(this.#run);
      }
    } finally {
      this.#saving = null;
    }
  }

  #pullsWith(key: PullKey, facts: Partial<Pull>): Pull[] {
    return this.#run.pulls.map((pull) => (isOf(pull, key) ? { ...pull, ...facts } : pull));
  }
}

function isOf(pull: Pull, { kind, source }: PullKey): boolean {
  return pull.kind === kind && pull.source === source;
}
