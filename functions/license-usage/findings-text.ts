import { FINDING_TEXTS } from '../../shared/contracts/http/finding-texts.ts';
import { findingFix } from '../../shared/contracts/usage-report.ts';
import type { FindingCounts } from '../../shared/domain/count-findings.ts';
import { FINDING_KINDS, type Finding } from '../../shared/domain/finding.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { headOf, lastWidthOf, numberText, textTable } from './text-table.ts';

const MAX_SHOWN_NAMES = 4;

/** How many findings there are of each kind that there is, and the seats that putting them right would free. */
export function findingCountsText(counts: FindingCounts, style: Style): string {
  const rows = FINDING_KINDS.filter((kind) => counts[kind].count > 0).map((kind) => [
    kind,
    FINDING_TEXTS[kind].title,
    numberText(counts[kind].count),
    seatsText(counts[kind].seats, style),
  ]);
  if (rows.length === 0) return '  none';
  return textTable(headOf(['kind', '', 'findings', 'seats'], style), rows, { numbersFrom: 2 });
}

export interface Display {
  readonly style: Style;
  /** Whether addresses are shown. */
  readonly showPeople: boolean;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** Each with what to do about it. */
export function topFindingsText(findings: readonly Finding[], display: Display): string {
  if (findings.length === 0) return '';
  const { style, columns } = display;
  const rows = findings.map((finding) => [
    seatsText(finding.seats, style),
    finding.kind,
    `${namesText(finding)}\n${style('dim', printable(findingFix(finding, display)))}`,
  ]);
  return textTable(headOf(['seats', 'kind', 'about'], style), rows, {
    lastWidth: lastWidthOf(columns),
  });
}

function seatsText(seats: number, style: Style): string {
  return seats > 0 ? style('yellow', numberText(seats)) : numberText(seats);
}

function namesText({ accounts, sources }: Finding): string {
  const names = accounts.length > 0 ? accounts : sources;
  const more = names.length - MAX_SHOWN_NAMES;
  const shown = printable(names.slice(0, MAX_SHOWN_NAMES).join(', '));
  return more > 0 ? `${shown} and ${more} more` : shown;
}
