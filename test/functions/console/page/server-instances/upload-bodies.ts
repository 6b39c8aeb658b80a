import type { UploadBody, UploadSummary } from '../../../../../functions/console/page/api/uploads.ts';

export const UPLOAD_ID = '01J9Z3NDEKTSV4RRFFQ69G5FAV';

const RECEIVED: UploadSummary = {
  id: UPLOAD_ID,
  state: 'received',
  message: 'The file has arrived and is being read.',
  key: `uploads/${UPLOAD_ID}/all_users.csv`,
  size: 10,
  received_at: '2026-03-02T00:00:00.000Z',
  observed_at: '2026-03-02T00:00:00.000Z',
  source: null,
  rejection: null,
  hold: null,
  accepted_at: null,
  merge_id: null,
  counts: null,
};

export function uploadSummary(facts: Partial<UploadSummary> = {}): UploadSummary {
  return { ...RECEIVED, ...facts };
}

export function uploadBody(facts: Partial<UploadSummary> = {}): UploadBody {
  return { ...uploadSummary(facts), problems: [], server_instance: null, snapshot: null };
}
