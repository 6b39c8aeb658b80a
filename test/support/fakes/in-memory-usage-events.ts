import type { UsageEvent } from '../../../shared/domain/usage-event.ts';
import type { UsageEvents } from '../../../shared/notification-ports.ts';

/** `sent` are the events, in order. Fails with `failure` when there is one. */
export class InMemoryUsageEvents implements UsageEvents {
  readonly sent: UsageEvent[] = [];
  failure: Error | null = null;

  async send(event: UsageEvent): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.sent.push(event);
  }
}
