import * as z from 'zod';

/** When an event was, as AWS tells it: ISO 8601 in UTC, not before 1970, where the times of ULIDs begin. */
export const eventTime = z.iso
  .datetime()
  .refine((time) => Date.parse(time) >= 0, 'must be an instant since 1970');
