import { randomUUID } from 'node:crypto';
import { ACCOUNT_ID, REGION } from '../template/account.ts';
import type { EventRuleDefinition } from '../template/event-rules.ts';
import { matchesPattern } from './event-pattern.ts';

/** An event as it was put on the bus. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
}

export interface EventBusOptions {
  readonly rules: readonly EventRuleDefinition[];
  readonly invoke: (functionArn: string, event: unknown) => void;
  /** Hears of every event, as one line of JSON. */
  readonly log: (line: string) => void;
}

/** EventBridge's default bus: hands each event to the targets of the rules that it matches. */
export class LocalEventBus {
  readonly #options: EventBusOptions;

  constructor(options: EventBusOptions) {
    this.#options = options;
  }

  /** The id of the event. */
  put({ source, detailType, detail }: BusEntry): string {
    const { rules, invoke, log } = this.#options;
    const id = randomUUID();
    // https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
    const event = {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: ACCOUNT_ID,
      // Whole seconds.
      time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      region: REGION,
      resources: [],
      detail,
    };
    log(`${JSON.stringify(event)}\n`);
    for (const { pattern, functionArn, input } of rules) {
      if (matchesPattern(event, pattern)) invoke(functionArn, input === null ? event : input.json);
    }
    return id;
  }
}
