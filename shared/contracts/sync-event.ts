import { decodeTime } from 'ulid';
import * as z from 'zod';
import type { SyncTrigger } from '../domain/sync-run.ts';
import { derivedUlid } from './derived-ulid.ts';
import { eventTime } from './event-time.ts';

/** What sync-now sends to sync: `{"run_id":"<ULID>"}`. */
const requestedSync = z.strictObject({ run_id: z.ulid() });

/**
 * What a rule with a schedule sends, as far as it is read.
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-scheduled-events.html
 */
const scheduledEvent = z.object({
  source: z.literal('aws.events'),
  'detail-type': z.literal('Scheduled Event'),
  id: z.string().min(1),
  time: eventTime,
});

/** A run that is to be made, or to be gone on with. */
export interface SyncRequest {
  /** ULID. */
  readonly runId: string;
  readonly trigger: SyncTrigger;
  /** ISO 8601 in UTC with milliseconds. */
  readonly requestedAt: string;
}

/** The event that starts the run. Throws ZodError when the id is no ULID. */
export function syncEventBody(runId: string): string {
  return JSON.stringify(requestedSync.parse({ run_id: runId }));
}

/** Null when the event is neither of the two. A scheduled event is always the same run, so that a retry goes on. */
export function parseSyncEvent(event: unknown): SyncRequest | null {
  const requested = requestedSync.safeParse(event);
  if (requested.success) {
    const runId = requested.data.run_id;
    return { runId, trigger: 'manual', requestedAt: new Date(decodeTime(runId)).toISOString() };
  }
  const scheduled = scheduledEvent.safeParse(event);
  if (!scheduled.success) return null;
  const { id, time } = scheduled.data;
  return {
    runId: derivedUlid(time, [id, time]),
    trigger: 'weekly',
    requestedAt: new Date(time).toISOString(),
  };
}
