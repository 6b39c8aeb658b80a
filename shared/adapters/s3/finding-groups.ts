import { FINDING_ID_LENGTH, type FindingsIndex } from '../../contracts/findings-report-file.ts';
import type { Finding } from '../../domain/finding.ts';
import type { FindingId } from '../../domain/stored-finding.ts';
import type { FindingFilter } from '../../findings-ports.ts';

type Group = FindingsIndex['groups'][number];

/** Numbers kinds and sources as they occur together, which are few however many findings there are. */
export class FindingGroups {
  readonly #numbers = new Map<string, number>();
  readonly #groups: Group[] = [];

  numberOf({ kind, sources }: Pick<Finding, 'kind' | 'sources'>): number {
    const key = [kind, ...sources].join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#groups.push({ kind, sources: sources.slice() }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  toStored(): Group[] {
    return this.#groups;
  }
}

/**
 * Where the findings are that the filter lets through, from 0, in their order. `isAbout` tells of a position whether
 * the finding there is about the person who is wanted.
 */
export function positionsOfFindings(
  index: FindingsIndex,
  filter: FindingFilter,
  isAbout: (position: number) => boolean,
): number[] {
  const isWanted = index.groups.map((group) => isOf(group, filter));
  return index.finding_groups.flatMap((group, position) =>
    isWanted[group] && isAbout(position) && filter.accepts(idAt(index, position)) ? [position] : [],
  );
}

export function hasFinding(index: FindingsIndex, id: FindingId): boolean {
  return index.finding_groups.some((_, position) => idAt(index, position) === id);
}

function idAt({ ids }: FindingsIndex, position: number): FindingId {
  return ids.slice(position * FINDING_ID_LENGTH, (position + 1) * FINDING_ID_LENGTH) as FindingId;
}

function isOf(group: Group, { kind, source }: FindingFilter): boolean {
  return (kind === null || group.kind === kind) && (source === null || group.sources.includes(source));
}
