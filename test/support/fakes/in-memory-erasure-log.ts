import type { Erasure } from '../../../shared/domain/erasure.ts';
import type { ErasureLog } from '../../../shared/privacy-ports.ts';

/** Erasures by id. */
export class InMemoryErasureLog implements ErasureLog {
  readonly erasures = new Map<string, Erasure>();

  async get(id: string): Promise<Erasure | null> {
    return this.erasures.get(id) ?? null;
  }

  async save(erasure: Erasure): Promise<void> {
    this.erasures.set(erasure.id, erasure);
  }
}
