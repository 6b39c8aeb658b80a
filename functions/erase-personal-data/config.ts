import * as z from 'zod';

/** Environment of erase-personal-data. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
