import { randomUUID } from 'node:crypto';
import { ACCOUNT_ID, REGION } from '../template/account.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-scheduled-events.html */
export function scheduledEvent(ruleArn: string, at: Date) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: ACCOUNT_ID,
    // Whole seconds.
    time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    region: REGION,
    resources: [ruleArn],
    detail: {},
  };
}
