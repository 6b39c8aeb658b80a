import type { IngestQueue } from '../../../shared/ports.ts';

/** `accepted` are the ids sent, in order. */
export class InMemoryIngestQueue implements IngestQueue {
  readonly accepted: string[] = [];

  async sendAccepted(uploadId: string): Promise<void> {
    this.accepted.push(uploadId);
  }
}
