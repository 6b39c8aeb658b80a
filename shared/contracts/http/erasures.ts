import * as z from 'zod';
import {
  ERASURE_STATES,
  type Erasure,
  REFUSAL_REASONS,
  type Refusal,
  type RefusalReason,
} from '../../domain/erasure.ts';
import { expiryOf, type RawUpload } from '../../domain/personal-data.ts';
import { OLD_VERSIONS_EXPIRE_AFTER_DAYS } from '../bucket-lifetimes.ts';
import { personIdSchema } from './people.ts';
import { rawUploadBody, rawUploadSchema } from './personal-data.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const erasureId = z.ulid();

/** Null for what cannot be the id of an erasure. */
export function parseErasureId(text: string | undefined): string | null {
  return erasureId.safeParse(text).data ?? null;
}

/** What stands against it, and what to do. */
const REFUSAL_TEXTS: Readonly<Record<RefusalReason, string>> = {
  'in-newest-snapshot':
    'the newest usage has the address: remove the account there, then sync or upload its usage again',
  'in-unsettled-snapshot':
    'usage that was held, or has just come in, has the address: accept it, or let newer usage come in',
  'account-still-there':
    'an account that had the address is there with another one: only who has left can be erased',
  'in-current-report': 'the report of the last merge has the address: let another merge write one',
  'in-ledger': 'the address still leads to somebody in the ledger: let another merge mend it',
  'not-merged': 'the newest usage is not merged yet: try again when it is',
};

const refusalSchema = z.strictObject({
  reason: z.enum(REFUSAL_REASONS),
  source: z.string().nullable(),
  message: z.string(),
});

/**
 * `GET /personal-data/erasures/{id}`. `subject` is what the audit log calls the address. `older_versions_expire_at`:
 * until then the bucket keeps what was deleted or replaced. `uploads`: raw files from before, which may hold it still.
 */
export const erasureSchema = z.strictObject({
  id: erasureId,
  subject: personIdSchema,
  state: z.enum(ERASURE_STATES),
  requested_at: instant,
  requested_by: z.string(),
  ended_at: instant.nullable(),
  refusals: z.array(refusalSchema),
  counts: z
    .strictObject({
      snapshots_rewritten: count,
      snapshots_removed: count,
      reports_removed: count,
      downloads_removed: count,
      changes_masked: count,
      dismissals_removed: count,
    })
    .nullable(),
  older_versions_expire_at: instant.nullable(),
  uploads: z.array(rawUploadSchema),
});
export type ErasureBody = z.output<typeof erasureSchema>;

export function erasureBody(erasure: Erasure, uploads: readonly RawUpload[]): ErasureBody {
  const { counts, endedAt } = erasure;
  return {
    id: erasure.id,
    subject: erasure.subject,
    state: erasure.state,
    requested_at: erasure.requestedAt,
    requested_by: erasure.requestedBy,
    ended_at: endedAt,
    refusals: erasure.refusals.map((refusal) => ({ ...refusal, message: REFUSAL_TEXTS[refusal.reason] })),
    counts: counts && {
      snapshots_rewritten: counts.snapshotsRewritten,
      snapshots_removed: counts.snapshotsRemoved,
      reports_removed: counts.reportsRemoved,
      downloads_removed: counts.downloadsRemoved,
      changes_masked: counts.changesMasked,
      dismissals_removed: counts.dismissalsRemoved,
    },
    older_versions_expire_at:
      counts === null || endedAt === null
        ? null
        : expiryOf(new Date(endedAt), OLD_VERSIONS_EXPIRE_AFTER_DAYS),
    uploads: uploads.map(rawUploadBody),
  };
}

/** For the message of a 409. */
export function refusalText(refusals: readonly Refusal[]): string {
  const reasons = refusals.map(
    ({ reason, source }) => `${source === null ? '' : `${source}: `}${REFUSAL_TEXTS[reason]}`,
  );
  return `Cannot be erased. ${reasons.join('; ')}`;
}
