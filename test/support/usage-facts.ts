import { licenseRowsOf } from '../../shared/domain/license-rows-builder.ts';
import type { UsageFacts, UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';

/** What decides of a snapshot, as a store gives it back. */
export function factsOf(snapshot: UsageSnapshot): UsageFacts {
  return snapshot.kind === 'cloud' ? { ...snapshot, rows: licenseRowsOf(snapshot.rows) } : snapshot;
}

/** The facts with arrays in place of columns, whose content comparisons and JSON would not see. */
export function unfolded(facts: UsageFacts): object {
  if (facts.kind === 'server') return { ...facts, accounts: [...facts.accounts] };
  return facts.kind === 'cloud' ? { ...facts, rows: [...facts.rows] } : facts;
}
