import * as z from 'zod';
import { dayOf, daySchema } from './day.ts';

/** `POST /usage/recompute`: a day until now. It answers as `GET /usage` does. */
export function recomputeRequestSchema(now: Date) {
  return z.strictObject({
    date: daySchema.refine((date) => date <= dayOf(now), 'must not be after today'),
  });
}
