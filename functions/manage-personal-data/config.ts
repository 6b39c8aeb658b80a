import * as z from 'zod';

/** Environment of manage-personal-data. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  AUDIT_TABLE_NAME: z.string().min(1),
  ERASE_PERSONAL_DATA_FUNCTION_NAME: z.string().min(1),
  UPLOADS_EXPIRE_AFTER_DAYS: z.coerce.number().int().positive(),
});

export type Config = z.output<typeof configSchema>;
