import * as z from 'zod';
import type { UsageEvent } from '../../domain/usage-event.ts';
import { mergedDetail, mergedDetailOf } from './merged.ts';
import { syncEndedDetail, syncEndedDetailOf } from './sync-ended.ts';
import { uploadEndedDetail, uploadEndedDetailOf } from './upload-ended.ts';

/** `source` of every event on the bus. */
export const EVENT_SOURCE = 'license-usage-sync';

const source = z.literal(EVENT_SOURCE);

/** The events as EventBridge hands them on, as far as they are ours. See docs/events.md. */
export const usageEventSchema = z.discriminatedUnion('detail-type', [
  z.object({ source, 'detail-type': z.literal('License usage merged'), detail: mergedDetail }),
  z.object({ source, 'detail-type': z.literal('License usage sync ended'), detail: syncEndedDetail }),
  z.object({ source, 'detail-type': z.literal('License usage upload ended'), detail: uploadEndedDetail }),
]);
export type UsageEventBody = z.output<typeof usageEventSchema>;

/** What is put on the bus. Throws ZodError for what has not ended. */
export function usageEventBody(event: UsageEvent): UsageEventBody {
  switch (event.kind) {
    case 'merged':
      return {
        source: EVENT_SOURCE,
        'detail-type': 'License usage merged',
        detail: mergedDetailOf(event.news),
      };
    case 'sync-ended':
      return {
        source: EVENT_SOURCE,
        'detail-type': 'License usage sync ended',
        detail: syncEndedDetailOf(event.run),
      };
    case 'upload-ended':
      return {
        source: EVENT_SOURCE,
        'detail-type': 'License usage upload ended',
        detail: uploadEndedDetailOf(event.upload),
      };
    default:
      return event satisfies never;
  }
}
