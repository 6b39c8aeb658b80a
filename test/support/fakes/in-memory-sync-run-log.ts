import { hasEnded, type SyncRun } from '../../../shared/domain/sync-run.ts';
import type { Page, PageRequest, SyncRunLog } from '../../../shared/ports.ts';

/** Runs by id; `saved` are all that were to be saved, in order. */
export class InMemorySyncRunLog implements SyncRunLog {
  readonly runs = new Map<string, SyncRun>();
  readonly saved: SyncRun[] = [];

  async get(id: string): Promise<SyncRun | null> {
    return this.runs.get(id) ?? null;
  }

  async list({ page, perPage }: PageRequest): Promise<Page<SyncRun>> {
    const newestFirst = [...this.runs.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    return { items: newestFirst.slice((page - 1) * perPage, page * perPage), total: newestFirst.length };
  }

  async save(run: SyncRun): Promise<void> {
    this.saved.push(run);
    const current = this.runs.get(run.id);
    if (current === undefined || hasEnded(run.state) || !hasEnded(current.state)) this.runs.set(run.id, run);
  }
}
