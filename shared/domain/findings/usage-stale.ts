import type { Finding } from '../finding.ts';
import { MAX_SYNC_AGE_DAYS } from '../sync-run.ts';
import { findingAboutSource } from './finding-about.ts';
import type { SourceFacts } from './source-findings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The newest usage of a source is older than it should be, so people who have joined or left since are counted wrong.
 * Policy: usage is synced weekly (sync-license-usage); a source that never told its accounts has no age.
 */
export function usageStale({ source, observedAt }: SourceFacts, nowMs: number): Finding[] {
  if (observedAt === null || nowMs - Date.parse(observedAt) <= MAX_SYNC_AGE_DAYS * DAY_MS) return [];
  return [findingAboutSource('usage-stale', source)];
}
