import * as z from 'zod';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';

/**
 * 2 GiB, decompressed. An export of 100,000 accounts is some 50 MB, so no real file comes near, while a gzip bomb
 * of a few megabytes, which unpacks a thousandfold, is cut off long before the function's time is up.
 */
export const DEFAULT_MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

/** An empty variable is missing, not zero, which is what a bare coercion would make of it. */
const text = z.string().trim().min(1);

/** Environment of ingest-upload. */
export const configSchema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  HOLD_MAX_REMOVED_SHARE: text
    .pipe(z.coerce.number<string>().min(0).max(1))
    .default(DEFAULT_HOLD_POLICY.maxRemovedShare),
  HOLD_MAX_REMOVED_ACCOUNTS: text
    .pipe(z.coerce.number<string>().int().min(0))
    .default(DEFAULT_HOLD_POLICY.maxRemovedAccounts),
  MAX_UPLOAD_BYTES: text.pipe(z.coerce.number<string>().int().positive()).default(DEFAULT_MAX_UPLOAD_BYTES),
});

export type Config = z.output<typeof configSchema>;
