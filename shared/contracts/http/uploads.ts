import * as z from 'zod';
import { REJECTION_REASONS, UPLOAD_STATES, type Upload, type UploadState } from '../../domain/upload.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { holdBody, holdSchema, mergeCountsBody, mergeCountsSchema } from './merge-outcome.ts';
import { observationBody, observationSchema } from './observation.ts';
import { pageQuery, pageRequestOf } from './paging.ts';

const count = z.int().min(0);
const uploadId = z.ulid();

/** Null for what cannot be an upload's id. */
export function parseUploadId(text: string | undefined): string | null {
  return uploadId.safeParse(text).data ?? null;
}

export interface UploadsQuery {
  /** Null: all of them. `held`: those that wait for an owner, of each source the newest. */
  readonly state: 'held' | null;
  readonly page: PageRequest;
}

/** `GET /uploads`: `state`. Empty is absent. */
export const uploadsQuerySchema = z
  .object({ ...pageQuery, state: z.enum(['held', ''], 'must be held').default('') })
  .transform(
    ({ state, ...page }): UploadsQuery => ({ state: state === '' ? null : state, page: pageRequestOf(page) }),
  );

/** What the state means for whoever uploaded the file, and what to do. */
const STATE_MESSAGES: Readonly<Record<UploadState, string>> = {
  received: 'The file has arrived and is being read.',
  encrypted:
    'The user list of this export is encrypted, so only the instance was noted; the accounts known before stay. ' +
    "Upload the instance's users report (all_users.csv) instead.",
  held:
    'The file would remove an unusual share of the accounts of its source, so nothing was changed. ' +
    'Accept the upload if that is right; otherwise upload the right file.',
  rejected: 'Nothing was changed. Mend the problems listed and upload the file again.',
  superseded: 'A newer observation of the same source was there already, so nothing was changed.',
  merged: 'The usage in this file is part of the ledger.',
};

/** Never carries a value of the file. `line` and `column` from 1; null where the whole is meant. */
const problemSchema = z.strictObject({
  path: z.string().nullable(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  expected: z.string(),
  fix: z.string(),
});

/** One upload in `GET /uploads`. */
export const uploadSummarySchema = z.strictObject({
  id: uploadId,
  state: z.enum(UPLOAD_STATES),
  message: z.string(),
  key: z.string(),
  /** Bytes. */
  size: count.nullable(),
  received_at: z.iso.datetime(),
  observed_at: z.iso.datetime(),
  source: z.string().nullable(),
  rejection: z.strictObject({ reason: z.enum(REJECTION_REASONS), total_problems: count }).nullable(),
  hold: holdSchema.nullable(),
  accepted_at: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
  counts: mergeCountsSchema.nullable(),
});

/** `GET /uploads/{id}`: with the first 100 problems, the instance and the snapshot that the file gave. */
export const uploadSchema = uploadSummarySchema.extend({
  problems: z.array(problemSchema),
  server_instance: z
    .strictObject({ host_name: z.string(), server_id: z.string().nullable(), version: z.string().nullable() })
    .nullable(),
  snapshot: observationSchema.nullable(),
});
export type UploadBody = z.output<typeof uploadSchema>;

/** `GET /uploads`, newest first. */
export const uploadsSchema = z.strictObject({ total_count: count, uploads: z.array(uploadSummarySchema) });
export type UploadsBody = z.output<typeof uploadsSchema>;

export function uploadsBody(page: Page<Upload>): UploadsBody {
  return { total_count: page.total, uploads: page.items.map(uploadSummaryBody) };
}

export function uploadBody(upload: Upload): UploadBody {
  const { instance, snapshot, rejection } = upload;
  return {
    ...uploadSummaryBody(upload),
    problems: (rejection?.problems ?? []).map(({ path, line, column, expected, fix }) => ({
      path,
      line,
      column,
      expected,
      fix,
    })),
    server_instance: instance && {
      host_name: instance.hostName,
      server_id: instance.serverId,
      version: instance.version,
    },
    snapshot: snapshot && observationBody(snapshot),
  };
}

function uploadSummaryBody(upload: Upload): z.output<typeof uploadSummarySchema> {
  const { rejection, hold, counts } = upload;
  return {
    id: upload.id,
    state: upload.state,
    message: STATE_MESSAGES[upload.state],
    key: upload.key,
    size: upload.size,
    received_at: upload.receivedAt,
    observed_at: upload.observedAt,
    source: upload.source,
    rejection: rejection && { reason: rejection.reason, total_problems: rejection.totalProblems },
    hold: hold && holdBody(hold),
    accepted_at: upload.acceptedAt,
    merge_id: upload.mergeId,
    counts: counts && mergeCountsBody(counts),
  };
}
