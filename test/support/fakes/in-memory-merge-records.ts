import type { MergeRecord, MergeRecords } from '../../../shared/history-ports.ts';

/** Records by the id of their merge, in the order in which they were first written. */
export class InMemoryMergeRecords implements MergeRecords {
  readonly records = new Map<string, MergeRecord>();

  async write(record: MergeRecord): Promise<void> {
    this.records.set(record.committed.mergeId, record);
  }

  async *list(): AsyncGenerator<MergeRecord> {
    yield* this.records.values();
  }
}
