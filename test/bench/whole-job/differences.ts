import * as z from 'zod';

/** How many people differ from a state before. */
export const differencesSchema = z.object({ added: z.int(), changed: z.int(), removed: z.int() });

export type Differences = z.infer<typeof differencesSchema>;
