import type { Finding } from '../finding.ts';
import type { Hold } from '../upload.ts';
import type { SourceId } from '../usage-snapshot.ts';
import { usageEncrypted } from './usage-encrypted.ts';
import { usageHeld } from './usage-held.ts';
import { usageStale } from './usage-stale.ts';

/** What is known of a source apart from its accounts. Instants are ISO 8601 in UTC with milliseconds. */
export interface SourceFacts {
  readonly source: SourceId;
  /** Of the newest snapshot that tells which accounts there are; null when there is none. */
  readonly observedAt: string | null;
  /** Of the newest export whose list of users is encrypted. */
  readonly encryptedAt: string | null;
  /** The newest usage that waits for an owner; `hold` is null where the numbers are not known. */
  readonly held: { readonly observedAt: string; readonly hold: Hold | null } | null;
}

/** Findings about sources. They come and go with time and uploads, without a merge. */
export function* sourceFindings(sources: Iterable<SourceFacts>, nowMs: number): Generator<Finding> {
  for (const source of sources) {
    yield* usageEncrypted(source);
    yield* usageStale(source, nowMs);
    yield* usageHeld(source);
  }
}
