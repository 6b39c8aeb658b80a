import * as z from 'zod';
import { REJECTION_REASONS, type Upload } from '../../domain/upload.ts';
import { holdBody, holdSchema, mergeCountsBody, mergeCountsSchema } from '../http/merge-outcome.ts';

const count = z.int().min(0);

/** Detail of "License usage upload ended". Without the key, which may hold the name of a person. */
export const uploadEndedDetail = z.strictObject({
  schema_version: z.literal(1),
  upload_id: z.string(),
  /** `held` is not final: an owner may accept it, and another event follows. */
  state: z.enum(['encrypted', 'held', 'rejected', 'superseded', 'merged']),
  /** `cloud` or `server:HOST`; null when the file did not tell. */
  source: z.string().nullable(),
  received_at: z.iso.datetime(),
  observed_at: z.iso.datetime(),
  /** Accounts or rows in the file; null when it gave none. */
  accounts: count.nullable(),
  rejection: z.strictObject({ reason: z.enum(REJECTION_REASONS), total_problems: count }).nullable(),
  hold: holdSchema.nullable(),
  accepted_at: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
  counts: mergeCountsSchema.nullable(),
});
export type UploadEndedDetail = z.output<typeof uploadEndedDetail>;

/** Throws ZodError for an upload that is only received. */
export function uploadEndedDetailOf(upload: Upload): UploadEndedDetail {
  const { rejection, hold, counts } = upload;
  return uploadEndedDetail.parse({
    schema_version: 1,
    upload_id: upload.id,
    state: upload.state,
    source: upload.source,
    received_at: upload.receivedAt,
    observed_at: upload.observedAt,
    accounts: upload.snapshot?.accounts ?? null,
    rejection: rejection && { reason: rejection.reason, total_problems: rejection.totalProblems },
    hold: hold && holdBody(hold),
    accepted_at: upload.acceptedAt,
    merge_id: upload.mergeId,
    counts: counts && mergeCountsBody(counts),
  });
}
