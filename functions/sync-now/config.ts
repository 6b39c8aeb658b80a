import * as z from 'zod';

/** Environment of sync-now. */
export const configSchema = z.object({
  TABLE_NAME: z.string().min(1),
  AUDIT_TABLE_NAME: z.string().min(1),
  SYNC_FUNCTION_NAME: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
