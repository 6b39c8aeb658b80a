import * as z from 'zod';

/** Environment of check-sync-age. */
export const configSchema = z.object({
  TABLE_NAME: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
