import { setTimeout as pause } from 'node:timers/promises';
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { usageEventBody } from '../../contracts/events/usage-event.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';
import type { UsageEvents } from '../../notification-ports.ts';

/** The first attempt included. Whole requests that fail are repeated by the SDK; this is for refused entries. */
const MAX_ATTEMPTS = 3;

const RETRY_DELAY_MS = 200;

/** What EventBridge gives an entry for which another attempt may succeed. */
const RETRYABLE_CODES: ReadonlySet<string> = new Set([
  'InternalException',
  'InternalFailure',
  'ThrottlingException',
]);

/** EventBridge took the request and refused the event. `name` is its error code. */
class EventRefusedError extends Error {
  constructor(code: string) {
    super('EventBridge has refused the event');
    this.name = code;
  }
}

export class EventBridgeUsageEvents implements UsageEvents {
  readonly #client: EventBridgeClient;
  readonly #busName: string;

  constructor(client: EventBridgeClient, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  /** @throws EventRefusedError */
  async send(event: UsageEvent): Promise<void> {
    const { source, 'detail-type': detailType, detail } = usageEventBody(event);
    const entry = {
      EventBusName: this.#busName,
      Source: source,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
    };
    for (let attempt = 1; ; attempt++) {
      // A request of which no entry was taken is answered with status 200 as well.
      const { FailedEntryCount = 0, Entries = [] } = await this.#client.send(
        new PutEventsCommand({ Entries: [entry] }),
      );
      if (FailedEntryCount === 0) return;
      const code = Entries[0]?.ErrorCode ?? 'InternalFailure';
      if (attempt === MAX_ATTEMPTS || !RETRYABLE_CODES.has(code)) throw new EventRefusedError(code);
      await pause(RETRY_DELAY_MS * attempt);
    }
  }
}
