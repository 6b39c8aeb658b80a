import type { Finding } from '../finding.ts';
import { isSettled } from '../hold.ts';
import { findingAboutSource } from './finding-about.ts';
import type { SourceFacts } from './source-findings.ts';

/**
 * Newer usage of the source waits for an owner, because it would remove too many accounts (see `mustHold`): until
 * then the accounts are those known before. Usage that was observed later settles it. Told is how many accounts
 * there are, counted how many the held usage has of them.
 */
export function usageHeld({ source, observedAt, held }: SourceFacts): Finding[] {
  if (held === null || isSettled(held.observedAt, observedAt)) return [];
  const { hold } = held;
  const numbers = hold && { told: hold.accountsBefore, counted: hold.accountsBefore - hold.accountsRemoved };
  return [findingAboutSource('usage-held', source, numbers)];
}
