import type { CommittedUsage, UsageOnDay } from '../../../shared/domain/usage.ts';
import type { UsageLedger } from '../../../shared/ports.ts';

/** `commits` are the usages committed, in order; `days` the points by day. */
export class InMemoryUsageLedger implements UsageLedger {
  readonly commits: CommittedUsage[] = [];
  readonly days = new Map<string, UsageOnDay>();
  #fence = 0;

  async read(): Promise<CommittedUsage | null> {
    return this.commits.at(-1) ?? null;
  }

  async commit(usage: CommittedUsage, fence: number): Promise<boolean> {
    if (fence < this.#fence) return false;
    this.#fence = fence;
    this.commits.push(usage);
    return true;
  }

  async recordDay(point: UsageOnDay): Promise<void> {
    const known = this.days.get(point.day);
    if (known && (known.mergeId === point.mergeId || known.asOf > point.asOf)) return;
    this.days.set(point.day, point);
  }

  async history(from: string, to: string): Promise<readonly UsageOnDay[]> {
    return [...this.days.values()]
      .filter(({ day }) => from <= day && day <= to)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}
