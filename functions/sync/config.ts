import * as z from 'zod';
import { githubApiUrl } from '../../shared/contracts/github/api-url.ts';
import { githubApiVersion } from '../../shared/contracts/github/api-version.ts';
import { holdSettings } from '../../shared/contracts/hold-settings.ts';
import { seatShares } from '../../shared/contracts/seat-shares.ts';

/** Environment of sync. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  /** Name or ARN of the secret that holds the connections. */
  CONNECTIONS_SECRET_ID: z.string().min(1),
  /** Slug of the enterprise. */
  ENTERPRISE_SLUG: z.string().min(1),
  GITHUB_API_URL: githubApiUrl,
  GITHUB_API_VERSION: githubApiVersion.default('2022-11-28'),
  ...holdSettings,
  EVENT_BUS_NAME: z.string().min(1),
  SEAT_SHARES: seatShares,
});

export type Config = z.output<typeof configSchema>;
