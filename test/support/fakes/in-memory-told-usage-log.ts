import type { ToldUsage } from '../../../shared/domain/told-usage.ts';
import type { ToldUsageLog } from '../../../shared/notification-ports.ts';

export class InMemoryToldUsageLog implements ToldUsageLog {
  #told: ToldUsage | null = null;

  async read(): Promise<ToldUsage | null> {
    return this.#told;
  }

  async note(told: ToldUsage): Promise<void> {
    if (this.#told === null || told.generation > this.#told.generation) this.#told = told;
  }
}
