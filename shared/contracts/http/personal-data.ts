import * as z from 'zod';
import { type Email, normalizeEmail } from '../../domain/email.ts';
import type { PersonId } from '../../domain/ledger.ts';
import type { FoundFile, RawUpload, Standing, StoredFile } from '../../domain/personal-data.ts';
import type { FindingId } from '../../domain/stored-finding.ts';
import { personIdSchema } from './people.ts';

const NO_ADDRESS = 'must be one email address';

/** In a body, never in a URL: those are kept in logs. */
const email = z.string(NO_ADDRESS).transform((text, context): Email => {
  const address = normalizeEmail(text);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: NO_ADDRESS });
  return z.NEVER;
});

export interface PersonalDataRequest {
  readonly email: Email;
  /** The key after which an earlier look-up stopped; null to begin. */
  readonly continueAfter: string | null;
}

/** `POST /personal-data/lookup`. */
export const personalDataRequestSchema = z
  .strictObject({ email, continue_after: z.string().max(1024).nullable().default(null) })
  .transform(({ email, continue_after: continueAfter }): PersonalDataRequest => ({ email, continueAfter }));

/** `POST /personal-data/erase`. */
export const erasureRequestSchema = z.strictObject({ email });

const count = z.int().min(0);
const instant = z.iso.datetime();

/** Raw uploads are not searched: whatever is listed may hold the address until it expires. */
export const rawUploadSchema = z.strictObject({
  key: z.string(),
  size: count,
  stored_at: instant,
  expires_at: instant,
});

/**
 * A file in the bucket with records that hold the address. `standing`: whether what counts now is made of it. Null is
 * what a file of its kind has not: `expires_at` where it is kept.
 */
const foundFileSchema = z.strictObject({
  key: z.string(),
  kind: z.enum(['snapshot', 'report', 'download']),
  standing: z.enum(['current', 'unsettled', 'older']),
  source: z.string().nullable(),
  observed_at: instant.nullable(),
  report_id: z.string().nullable(),
  expires_at: instant.nullable(),
  records: count,
  accounts: z.array(z.string()),
  people: z.array(personIdSchema),
  findings: z.array(z.string()),
});

/** The answer. `id` is what the audit log calls the address; `people` are those in the ledger to whom it leads. */
export const personalDataSchema = z.strictObject({
  id: personIdSchema,
  people: z.array(personIdSchema),
  files: z.array(foundFileSchema),
  dismissed_findings: z.array(z.string()),
  uploads: z.array(rawUploadSchema),
  /** Files after this key were not searched in time: ask again with it. Null when all were. */
  continue_after: z.string().nullable(),
});
export type PersonalDataBody = z.output<typeof personalDataSchema>;

export interface ShownPersonalData {
  readonly subject: PersonId;
  readonly people: readonly PersonId[];
  readonly files: readonly (FoundFile & { readonly standing: Standing })[];
  readonly dismissedFindings: readonly FindingId[];
  readonly uploads: readonly RawUpload[];
  readonly stoppedAfter: string | null;
}

export function personalDataBody(shown: ShownPersonalData): PersonalDataBody {
  return {
    id: shown.subject,
    people: [...shown.people],
    files: shown.files.map(foundFileBody),
    dismissed_findings: [...shown.dismissedFindings],
    uploads: shown.uploads.map(rawUploadBody),
    continue_after: shown.stoppedAfter,
  };
}

export function rawUploadBody(upload: RawUpload): z.output<typeof rawUploadSchema> {
  const { key, size, storedAt, expiresAt } = upload;
  return { key, size, stored_at: storedAt, expires_at: expiresAt };
}

function foundFileBody({
  file,
  found,
  standing,
}: ShownPersonalData['files'][number]): PersonalDataBody['files'][number] {
  return {
    ...placeOf(file),
    standing,
    records: found.records,
    accounts: [...found.accounts],
    people: [...found.people],
    findings: [...found.findings],
  };
}

function placeOf(file: StoredFile) {
  const { key, kind } = file;
  const nothing = { source: null, observed_at: null, report_id: null, expires_at: null };
  switch (file.kind) {
    case 'snapshot':
      return { ...nothing, key, kind, source: file.snapshot.source, observed_at: file.snapshot.observedAt };
    case 'report':
      return { ...nothing, key, kind, report_id: file.reportId };
    case 'download':
      return { ...nothing, key, kind, report_id: file.reportId, expires_at: file.expiresAt };
  }
}
