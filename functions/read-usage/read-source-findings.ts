import { findingsOfSources, NEWEST_UPLOADS } from '../../shared/contracts/http/findings-of-sources.ts';
import type { StoredFinding } from '../../shared/domain/stored-finding.ts';
import type { SourceRegistry, UploadLog } from '../../shared/ports.ts';

export interface SourceFindingsPorts {
  readonly sources: SourceRegistry;
  readonly uploads: UploadLog;
  readonly digestOf: (text: string) => string;
}

/** What is to be said of the sources as they are now. */
export async function readSourceFindings(
  { sources, uploads, digestOf }: SourceFindingsPorts,
  now: Date,
): Promise<StoredFinding[]> {
  const [records, newest] = await Promise.all([sources.list(), uploads.list(NEWEST_UPLOADS)]);
  return findingsOfSources({ records, uploads: newest.items, now, digestOf });
}
