import * as z from 'zod';
import { REJECTION_REASONS, UPLOAD_STATES, type Upload } from '../../domain/upload.ts';
import { storedHostName, storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { restoreMergeCounts, storedMergeCounts, storeMergeCounts } from './merge-counts.ts';
import { restoreSnapshotRef, storedSnapshotRef, storedSourceId, storeSnapshotRef } from './snapshot-ref.ts';
import { restoreHold, storedHold, storeHold } from './stored-hold.ts';

export const UPLOAD_PARTITION = 'upload';

const storedProblem = z.object({
  path: z.string().nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  expected: z.string(),
  fix: z.string(),
});

const uploadItem = z.object({
  ...itemBase,
  object_key: z.string(),
  version_id: z.string().optional(),
  size: z.int().optional(),
  received_at: storedInstant,
  observed_at: storedInstant,
  state: z.enum(UPLOAD_STATES),
  source: storedSourceId.optional(),
  instance: z
    .object({ host_name: storedHostName, server_id: z.string().optional(), version: z.string().optional() })
    .optional(),
  snapshot: storedSnapshotRef.optional(),
  rejection: z
    .object({
      reason: z.enum(REJECTION_REASONS),
      problems: z.array(storedProblem),
      total_problems: z.int(),
    })
    .optional(),
  hold: storedHold.optional(),
  accepted_at: storedInstant.optional(),
  merge_id: z.string().optional(),
  counts: storedMergeCounts.optional(),
});

type UploadItem = z.infer<typeof uploadItem>;

export function uploadKey(id: string): ItemKey {
  return { pk: UPLOAD_PARTITION, sk: id };
}

export function uploadItemOf(upload: Upload): UploadItem {
  return {
    ...uploadKey(upload.id),
    schema_version: SCHEMA_VERSION,
    object_key: upload.key,
    version_id: upload.versionId ?? undefined,
    size: upload.size ?? undefined,
    received_at: upload.receivedAt,
    observed_at: upload.observedAt,
    state: upload.state,
    source: upload.source ?? undefined,
    instance: storeInstance(upload.instance),
    snapshot: upload.snapshot ? storeSnapshotRef(upload.snapshot) : undefined,
    rejection: storeRejection(upload.rejection),
    hold: upload.hold ? storeHold(upload.hold) : undefined,
    accepted_at: upload.acceptedAt ?? undefined,
    merge_id: upload.mergeId ?? undefined,
    counts: upload.counts ? storeMergeCounts(upload.counts) : undefined,
  };
}

/** Throws UnreadableItemError. */
export function parseUploadItem(item: unknown): Upload {
  const stored = parseItem('upload', uploadItem, item);
  return {
    id: stored.sk,
    key: stored.object_key,
    versionId: stored.version_id ?? null,
    size: stored.size ?? null,
    receivedAt: stored.received_at,
    observedAt: stored.observed_at,
    state: stored.state,
    source: stored.source ?? null,
    instance: restoreInstance(stored.instance),
    snapshot: stored.snapshot ? restoreSnapshotRef(stored.snapshot) : null,
    rejection: restoreRejection(stored.rejection),
    hold: stored.hold ? restoreHold(stored.hold) : null,
    acceptedAt: stored.accepted_at ?? null,
    mergeId: stored.merge_id ?? null,
    counts: stored.counts ? restoreMergeCounts(stored.counts) : null,
  };
}

function storeInstance(instance: Upload['instance']): UploadItem['instance'] {
  if (instance === null) return undefined;
  const { hostName, serverId, version } = instance;
  return { host_name: hostName, server_id: serverId ?? undefined, version: version ?? undefined };
}

function restoreInstance(stored: UploadItem['instance']): Upload['instance'] {
  if (stored === undefined) return null;
  return {
    hostName: stored.host_name,
    serverId: stored.server_id ?? null,
    version: stored.version ?? null,
  };
}

function storeRejection(rejection: Upload['rejection']): UploadItem['rejection'] {
  if (rejection === null) return undefined;
  const { reason, problems, totalProblems } = rejection;
  return { reason, problems: problems.map((problem) => ({ ...problem })), total_problems: totalProblems };
}

function restoreRejection(stored: UploadItem['rejection']): Upload['rejection'] {
  if (stored === undefined) return null;
  return { reason: stored.reason, problems: stored.problems, totalProblems: stored.total_problems };
}
