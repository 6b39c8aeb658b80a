import { LocalEventBus } from '../../../cdk/local/events/event-bus.ts';
import { eventBusGateway } from '../../../cdk/local/gateway/event-bus-gateway.ts';
import { listen } from '../../../cdk/local/local-server.ts';
import type { Engine } from './engine.ts';

export interface EventBusEngine extends Engine {
  /** What was put on the bus, in order, as rules hand it on. */
  readonly events: readonly unknown[];
}

/** EventBridge, with a bus that has no rules. Everybody may send. */
export async function startEventBus(): Promise<EventBusEngine> {
  const server = await listen(0);
  const events: unknown[] = [];
  const bus = new LocalEventBus({
    rules: [],
    invoke: () => undefined,
    log: (line) => events.push(JSON.parse(line)),
  });
  const access = { roleOf: () => null, allows: async () => true };
  server.serve(eventBusGateway({ bus, access, onDenied: () => undefined }), () => undefined);
  return { endpoint: server.url, events, stop: () => server.close() };
}
