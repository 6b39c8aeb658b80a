import * as z from 'zod';
import { holdSettings, settingText } from '../../shared/contracts/hold-settings.ts';
import { seatShares } from '../../shared/contracts/seat-shares.ts';

/**
 * 2 GiB, decompressed. An export of 100,000 accounts is some 50 MB, so no real file comes near, while a gzip bomb
 * of a few megabytes, which unpacks a thousandfold, is cut off long before the function's time is up.
 */
export const DEFAULT_MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

/** Environment of ingest-upload. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  ...holdSettings,
  EVENT_BUS_NAME: z.string().min(1),
  SEAT_SHARES: seatShares,
  MAX_UPLOAD_BYTES: settingText
    .pipe(z.coerce.number<string>().int().positive())
    .default(DEFAULT_MAX_UPLOAD_BYTES),
});

export type Config = z.output<typeof configSchema>;
