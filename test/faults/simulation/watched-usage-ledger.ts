import type { CommittedUsage, UsageOnDay } from '../../../shared/domain/usage.ts';
import { InMemoryUsageLedger } from '../../support/fakes/in-memory-usage-ledger.ts';

/** Notes whatever goes back in time, and how often the fence kept somebody from committing. */
export class WatchedUsageLedger extends InMemoryUsageLedger {
  readonly stepsBack: string[] = [];
  commitsRefused = 0;

  override async commit(usage: CommittedUsage, fence: number): Promise<boolean> {
    const before = this.commits.at(-1);
    const isCommitted = await super.commit(usage, fence);
    if (!isCommitted) this.commitsRefused++;
    else if (before !== undefined && before.mergeId !== usage.mergeId) this.#compare(before, usage);
    return isCommitted;
  }

  override async recordDay(point: UsageOnDay, generation: number): Promise<void> {
    const before = this.days.get(point.day);
    await super.recordDay(point, generation);
    const after = this.days.get(point.day);
    if (after === undefined || after.asOf.slice(0, 10) !== after.day) {
      this.stepsBack.push(`the point of ${point.day} is as of ${after?.asOf}`);
    }
    if (before === undefined || after === undefined) return;
    const [was, is] = [this.#order(before), this.#order(after)];
    if (is < was) this.stepsBack.push(`the point of ${point.day} went from commit ${was} to ${is}`);
  }

  #order({ mergeId }: UsageOnDay): number {
    return this.commits.findIndex((committed) => committed.mergeId === mergeId);
  }

  #compare(before: CommittedUsage, after: CommittedUsage): void {
    if (after.generation !== before.generation + 1) {
      this.stepsBack.push(`generation ${after.generation} was committed after ${before.generation}`);
    }
    if (after.asOf < before.asOf) this.stepsBack.push(`as of ${after.asOf} after ${before.asOf}`);
  }
}
