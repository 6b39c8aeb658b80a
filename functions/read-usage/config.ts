import * as z from 'zod';

/** Environment of read-usage. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  AUDIT_TABLE_NAME: z.string().min(1),
  ENTERPRISE_SLUG: z.string().min(1),
  WRITE_DOWNLOAD_FUNCTION_NAME: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
