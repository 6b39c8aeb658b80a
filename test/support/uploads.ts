import type { Upload } from '../../shared/domain/upload.ts';

/** A received upload, unless told otherwise. */
export function uploadOf(id: string, facts: Partial<Upload> = {}): Upload {
  return {
    id,
    key: `uploads/ghes.example.com/${id}/all_users.csv`,
    versionId: null,
    size: 1234,
    receivedAt: '2026-03-01T00:00:00.000Z',
    observedAt: '2026-03-01T00:00:00.000Z',
    state: 'received',
    source: null,
    instance: null,
    snapshot: null,
    rejection: null,
    hold: null,
    acceptedAt: null,
    mergeId: null,
    counts: null,
    ...facts,
  };
}
