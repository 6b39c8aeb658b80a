import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventBridgeUsageEvents } from '../../shared/adapters/eventbridge/usage-events.ts';
import {
  type UsageEventBody,
  usageEventBody,
  usageEventSchema,
} from '../../shared/contracts/events/usage-event.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import type { UsageEvents } from '../../shared/notification-ports.ts';
import { engineClientConfig } from '../support/engines/engine.ts';
import { type EventBusEngine, startEventBus } from '../support/engines/event-bus.ts';
import { InMemoryUsageEvents } from '../support/fakes/in-memory-usage-events.ts';
import { syncRunOf } from '../support/sync-runs.ts';
import { uploadOf } from '../support/uploads.ts';
import { committedOf } from '../support/usage-news.ts';

const AT = '2026-03-05T12:00:00.000Z';

const EVENTS: readonly UsageEvent[] = [
  { kind: 'merged', news: { committed: committedOf(1, 9, 10), before: null, shareCrossed: 90 } },
  { kind: 'sync-ended', run: syncRunOf('run', { state: 'failed', failure: 'internal', endedAt: AT }) },
  { kind: 'upload-ended', upload: uploadOf('upload', { state: 'superseded' }) },
];

interface Sent {
  readonly events: UsageEvents;
  /** As those who listen get them, in order. */
  received(): readonly UsageEventBody[];
}

function suite(create: () => Sent): void {
  it('hands on every event, in order', async () => {
    const { events, received } = create();
    for (const event of EVENTS) await events.send(event);
    expect(received()).toEqual(EVENTS.map(usageEventBody));
  });
}

describe('UsageEvents in memory', () => {
  suite(() => {
    const events = new InMemoryUsageEvents();
    return { events, received: () => events.sent.map(usageEventBody) };
  });
});

describe('UsageEvents on EventBridge', () => {
  let engine: EventBusEngine;
  let client: EventBridgeClient;
  beforeAll(async () => {
    engine = await startEventBus();
    client = new EventBridgeClient(engineClientConfig(engine));
  });
  afterAll(async () => {
    client.destroy();
    await engine.stop();
  });

  suite(() => ({
    events: new EventBridgeUsageEvents(client, 'default'),
    received: () => engine.events.map((event) => usageEventSchema.parse(event)),
  }));
});
