import { ulid } from 'ulid';
import { describe, expect, test } from 'vitest';
import { parseSyncEvent, syncEventBody } from '../../../shared/contracts/sync-event.ts';

const RUN_ID = '01KAJ0Q2V3W4X5Y6Z7A8B9C0D1';

/** As EventBridge sends it for a rule with a schedule. */
const SCHEDULED = {
  version: '0',
  id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2026-03-02T04:00:00Z',
  region: 'eu-central-1',
  resources: ['arn:aws:events:eu-central-1:123456789012:rule/weekly-sync'],
  detail: {},
};

describe('the event of a manual run', () => {
  test('is read as it is written', () => {
    const requestedAt = '2026-03-02T04:05:06.789Z';
    const runId = ulid(Date.parse(requestedAt));
    const event: unknown = JSON.parse(syncEventBody(runId));
    expect(parseSyncEvent(event)).toEqual({ runId, trigger: 'manual', requestedAt });
  });

  test('is not written for what is no ULID', () => {
    expect(() => syncEventBody('run-1')).toThrow();
  });
});

describe('a scheduled event', () => {
  test('is a weekly run, the same each time it is delivered', () => {
    const request = parseSyncEvent(SCHEDULED);
    expect(request).toMatchObject({ trigger: 'weekly', requestedAt: '2026-03-02T04:00:00.000Z' });
    expect(parseSyncEvent(structuredClone(SCHEDULED))).toEqual(request);
    expect(parseSyncEvent(JSON.parse(syncEventBody(request?.runId ?? '')))).toMatchObject({
      requestedAt: '2026-03-02T04:00:00.000Z',
    });
  });

  test.each([
    ['id', { id: '00000000-0000-4000-8000-000000000000' }],
    ['time', { time: '2026-03-09T04:00:00Z' }],
  ])('of another %s is another run', (_, change) => {
    expect(parseSyncEvent({ ...SCHEDULED, ...change })?.runId).not.toBe(parseSyncEvent(SCHEDULED)?.runId);
  });
});

test.each([
  ['nothing', undefined],
  ['a text', RUN_ID],
  ['an id that is no ULID', { run_id: 'run-1' }],
  ['more than an id', { run_id: RUN_ID, sources: ['cloud'] }],
  ['an event of another kind', { ...SCHEDULED, 'detail-type': 'Object Created' }],
  ['an event of somebody else', { ...SCHEDULED, source: 'my.app' }],
  ['a scheduled event of a time that no run can carry', { ...SCHEDULED, time: '0001-01-01T00:00:00Z' }],
  ['a scheduled event without a time', { ...SCHEDULED, time: undefined }],
])('%s is no event of a sync', (_, event) => {
  expect(parseSyncEvent(event)).toBeNull();
});
