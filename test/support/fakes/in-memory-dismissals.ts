import type { Dismissal, FindingId } from '../../../shared/domain/stored-finding.ts';
import type { Dismissals } from '../../../shared/findings-ports.ts';

/** Dismissals by finding. */
export class InMemoryDismissals implements Dismissals {
  readonly dismissals = new Map<FindingId, Dismissal>();

  async list(): Promise<readonly Dismissal[]> {
    return [...this.dismissals.values()];
  }

  async put(dismissal: Dismissal): Promise<void> {
    this.dismissals.set(dismissal.findingId, dismissal);
  }

  async remove(id: FindingId): Promise<void> {
    this.dismissals.delete(id);
  }
}
