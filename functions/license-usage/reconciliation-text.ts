import { DIFFERENCE_TEXTS } from '../../shared/contracts/http/finding-texts.ts';
import { FINDING_KIND_OF, type Reconciliation } from '../../shared/domain/reconciliation.ts';
import type { Display } from './findings-text.ts';
import { headOf, lastWidthOf, numberText, textTable } from './text-table.ts';

/** How many more licenses GitHub counts, why, and which findings tell who is behind it. */
export function reconciliationText(
  { totals, explanations }: Reconciliation,
  { style, columns }: Pick<Display, 'style' | 'columns'>,
): string {
  const summary = `  GitHub counts ${numberText(totals.githubs)} licenses, ${differenceText(totals)} counted here.`;
  if (explanations.length === 0) return summary;
  const rows = explanations.map(({ reason, seats }) => [
    signedText(seats),
    FINDING_KIND_OF[reason],
    DIFFERENCE_TEXTS[reason],
  ]);
  const table = textTable(headOf(['seats', 'findings', 'why'], style), rows, {
    lastWidth: lastWidthOf(columns),
  });
  return `${summary}\n${table}`;
}

function differenceText({ ours, difference }: Reconciliation['totals']): string {
  if (difference === 0) return 'as many as are';
  const more = difference > 0 ? 'more' : 'fewer';
  return `${numberText(Math.abs(difference))} ${more} than the ${numberText(ours)}`;
}

function signedText(seats: number): string {
  return seats > 0 ? `+${numberText(seats)}` : numberText(seats);
}
