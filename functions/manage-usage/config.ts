import * as z from 'zod';

/** Environment of manage-usage. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  AUDIT_TABLE_NAME: z.string().min(1),
  INGEST_QUEUE_URL: z.url(),
});

export type Config = z.output<typeof configSchema>;
