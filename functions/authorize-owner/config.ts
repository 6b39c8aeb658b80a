import * as z from 'zod';
import { githubApiUrl } from '../../shared/contracts/github/api-url.ts';

/** Environment of authorize-owner. */
export const configSchema = z.object({
  /** Slug of the enterprise whose owners may call. */
  ENTERPRISE_SLUG: z.string().min(1),
  GITHUB_API_URL: githubApiUrl,
  SESSION_KEY_SECRET_ID: z.string().min(1),
});

export type Config = z.output<typeof configSchema>;
