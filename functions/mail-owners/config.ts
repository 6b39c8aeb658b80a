import * as z from 'zod';

/** Environment of mail-owners. */
export const configSchema = z.object({
  OWNERS_TOPIC_ARN: z.string().min(1),
  /** Base URL of the HTTP API without a slash at the end, for the routes that a mail names. */
  API_URL: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
