import type { CommittedUsage, UsageOnDay } from '../../../shared/domain/usage.ts';
import type { UsageLedger } from '../../../shared/ports.ts';

/** `commits` are the usages committed, in order; `days` the points by day. */
export class InMemoryUsageLedger implements UsageLedger {
  readonly commits: CommittedUsage[] = [];
  readonly days = new Map<string, UsageOnDay>();
  readonly #generations = new Map<string, number>();
  #fence = 0;

  async read(): Promise<CommittedUsage | null> {
    return this.commits.at(-1) ?? null;
  }

  async commit(usage: CommittedUsage, fence: number): Promise<boolean> {
    const before = this.commits.at(-1);
    if (before !== undefined && before.mergeId !== usage.mergeId) {
      if (fence < this.#fence || usage.generation !== before.generation + 1) return false;
    }
    this.#fence = fence;
    this.commits.push(usage);
    return true;
  }

  async recordDay(point: UsageOnDay, generation: number): Promise<void> {
    const known = this.days.get(point.day);
    if (known && (known.mergeId === point.mergeId || known.asOf > point.asOf)) return;
    if ((this.#generations.get(point.day) ?? 0) >= generation) return;
    this.#generations.set(point.day, generation);
    this.days.set(point.day, point);
  }

  async history(from: string, to: string): Promise<readonly UsageOnDay[]> {
    return [...this.days.values()]
      .filter(({ day }) => from <= day && day <= to)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}
