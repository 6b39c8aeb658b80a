import { parseErasureId } from '../../shared/contracts/http/erasures.ts';
import type { Erasure } from '../../shared/domain/erasure.ts';
import type { RawUpload } from '../../shared/domain/personal-data.ts';
import type { ErasureLog, RawUploads } from '../../shared/privacy-ports.ts';

export interface ReadErasurePorts {
  readonly erasures: Pick<ErasureLog, 'get'>;
  readonly rawUploads: RawUploads;
}

export interface ShownErasure {
  readonly erasure: Erasure;
  /** From before the erasure, so that they may hold the address still. */
  readonly uploads: readonly RawUpload[];
}

/** Null when there is none of this id. */
export async function readErasure(
  { erasures, rawUploads }: ReadErasurePorts,
  id: string | undefined,
): Promise<ShownErasure | null> {
  const erasureId = parseErasureId(id);
  const erasure = erasureId === null ? null : await erasures.get(erasureId);
  if (erasure === null) return null;
  const uploads: RawUpload[] = [];
  for await (const upload of rawUploads.list()) {
    if (upload.storedAt <= (erasure.endedAt ?? upload.storedAt)) uploads.push(upload);
  }
  return { erasure, uploads };
}
