import type { UsageFacts } from '../../shared/domain/usage-snapshot.ts';

/** The facts with arrays in place of columns, whose content comparisons and JSON would not see. */
export function unfolded(facts: UsageFacts): object {
  if (facts.kind === 'server') return { ...facts, accounts: [...facts.accounts] };
  return facts.kind === 'cloud' ? { ...facts, rows: [...facts.rows] } : facts;
}
