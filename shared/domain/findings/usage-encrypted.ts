import type { Finding } from '../finding.ts';
import { findingAboutSource } from './finding-about.ts';
import type { SourceFacts } from './source-findings.ts';

/**
 * The newest export of an instance has its users encrypted, so the accounts are those known before, or none. Policy:
 * "by default, the list of users in the resulting JSON file is encrypted" (the command-line utility `ghe-license`).
 */
export function usageEncrypted({ source, observedAt, encryptedAt }: SourceFacts): Finding[] {
  if (encryptedAt === null || (observedAt ?? '') >= encryptedAt) return [];
  return [findingAboutSource('usage-encrypted', source)];
}
