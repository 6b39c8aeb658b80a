import type { Refusal } from '../domain/erasure.ts';
import type { PersonId } from '../domain/ledger.ts';
import { type FoundFile, standingOf } from '../domain/personal-data.ts';
import type { KnownState } from './current-state.ts';

interface Kept {
  readonly state: KnownState;
  /** Where the address was found. */
  readonly found: readonly FoundFile[];
  /** Those in the ledger to whom it leads. */
  readonly people: readonly PersonId[];
}

/** Why an address may not be erased: it is of somebody who is there, or may be there soon. Each reason once. */
export function refusalsOf({ state, found, people }: Kept): Refusal[] {
  const refusals = found.flatMap(({ file }) => refusalOf(file, state));
  if (people.length > 0) refusals.push({ reason: 'in-ledger', source: null });
  if (!state.isMerged) refusals.push({ reason: 'not-merged', source: null });
  return eachOnce(refusals);
}

function refusalOf(file: FoundFile['file'], state: KnownState): Refusal[] {
  const standing = standingOf(file, state);
  if (standing === 'older') return [];
  if (file.kind !== 'snapshot') return [{ reason: 'in-current-report', source: null }];
  const { source } = file.snapshot;
  return [{ reason: standing === 'current' ? 'in-newest-snapshot' : 'in-unsettled-snapshot', source }];
}

export function eachOnce(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [`${refusal.reason} ${refusal.source}`, refusal])).values()];
}
