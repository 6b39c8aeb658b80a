import { findingsOfSources } from '../../shared/contracts/http/findings-of-sources.ts';
import type { StoredFinding } from '../../shared/domain/stored-finding.ts';
import type { SourceRegistry } from '../../shared/ports.ts';

export interface SourceFindingsPorts {
  readonly sources: SourceRegistry;
  readonly digestOf: (text: string) => string;
}

/** What is to be said of the sources as they are now. */
export async function readSourceFindings(
  { sources, digestOf }: SourceFindingsPorts,
  now: Date,
): Promise<StoredFinding[]> {
  return findingsOfSources({ records: await sources.list(), now, digestOf });
}
