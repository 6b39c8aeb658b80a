import * as z from 'zod';

/** Environment of write-download. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
