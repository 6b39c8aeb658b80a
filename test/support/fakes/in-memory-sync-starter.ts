import type { SyncStarter } from '../../../shared/ports.ts';

/** `started` are the runs, in order. Fails with `failure` when there is one. */
export class InMemorySyncStarter implements SyncStarter {
  readonly started: string[] = [];
  failure: Error | null = null;

  async start(runId: string): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.started.push(runId);
  }
}
