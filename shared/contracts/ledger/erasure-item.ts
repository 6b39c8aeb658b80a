import * as z from 'zod';
import { ERASURE_STATES, type Erasure, REFUSAL_REASONS } from '../../domain/erasure.ts';
import { storedInstant, storedPersonId } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { storedSourceId } from './snapshot-ref.ts';

const erasureItem = z.object({
  ...itemBase,
  subject: storedPersonId,
  requested_at: storedInstant,
  requested_by: z.string(),
  state: z.enum(ERASURE_STATES),
  ended_at: storedInstant.optional(),
  refusals: z.array(z.object({ reason: z.enum(REFUSAL_REASONS), source: storedSourceId.optional() })),
  counts: z
    .object({
      snapshots_rewritten: z.int(),
      snapshots_removed: z.int(),
      reports_removed: z.int(),
      downloads_removed: z.int(),
      changes_masked: z.int(),
      dismissals_removed: z.int(),
    })
    .optional(),
});

type ErasureItem = z.infer<typeof erasureItem>;

export function erasureKey(id: string): ItemKey {
  return { pk: 'erasure', sk: id };
}

export function erasureItemOf(erasure: Erasure): ErasureItem {
  return {
    ...erasureKey(erasure.id),
    schema_version: SCHEMA_VERSION,
    subject: erasure.subject,
    requested_at: erasure.requestedAt,
    requested_by: erasure.requestedBy,
    state: erasure.state,
    ended_at: erasure.endedAt ?? undefined,
    refusals: erasure.refusals.map(({ reason, source }) => ({ reason, source: source ?? undefined })),
    counts: storeCounts(erasure.counts),
  };
}

/** Throws UnreadableItemError. */
export function parseErasureItem(item: unknown): Erasure {
  const stored = parseItem('erasure', erasureItem, item);
  return {
    id: stored.sk,
    subject: stored.subject,
    requestedAt: stored.requested_at,
    requestedBy: stored.requested_by,
    state: stored.state,
    endedAt: stored.ended_at ?? null,
    refusals: stored.refusals.map(({ reason, source }) => ({ reason, source: source ?? null })),
    counts: restoreCounts(stored.counts),
  };
}

function storeCounts(counts: Erasure['counts']): ErasureItem['counts'] {
  if (counts === null) return undefined;
  return {
    snapshots_rewritten: counts.snapshotsRewritten,
    snapshots_removed: counts.snapshotsRemoved,
    reports_removed: counts.reportsRemoved,
    downloads_removed: counts.downloadsRemoved,
    changes_masked: counts.changesMasked,
    dismissals_removed: counts.dismissalsRemoved,
  };
}

function restoreCounts(stored: ErasureItem['counts']): Erasure['counts'] {
  if (stored === undefined) return null;
  return {
    snapshotsRewritten: stored.snapshots_rewritten,
    snapshotsRemoved: stored.snapshots_removed,
    reportsRemoved: stored.reports_removed,
    downloadsRemoved: stored.downloads_removed,
    changesMasked: stored.changes_masked,
    dismissalsRemoved: stored.dismissals_removed,
  };
}
