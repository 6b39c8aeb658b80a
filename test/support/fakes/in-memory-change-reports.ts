import { Readable } from 'node:stream';
import type { PersonState } from '../../../shared/domain/changes.ts';
import type {
  ChangeFilter,
  ChangeReports,
  MergeChanges,
  MergedChange,
} from '../../../shared/history-ports.ts';
import type { Page, PageRequest } from '../../../shared/ports.ts';

/** States by the id of their report; under it too the changes of the merge and of all before it, oldest merge first. */
export class InMemoryChangeReports implements ChangeReports {
  readonly people = new Map<string, readonly PersonState[]>();
  readonly merges = new Map<string, readonly (readonly MergedChange[])[]>();

  async states(reportId: string): Promise<AsyncIterable<PersonState> | null> {
    const states = this.people.get(reportId);
    return states === undefined ? null : Readable.from(states);
  }

  async writeStates(
    reportId: string,
    states: Iterable<PersonState> | AsyncIterable<PersonState>,
  ): Promise<void> {
    const written: PersonState[] = [];
    for await (const state of states) written.push(state);
    this.people.set(reportId, written);
  }

  async writeChanges(reportId: string, { mergedAt, previousReportId, changes }: MergeChanges): Promise<void> {
    const earlier = this.merges.get(previousReportId ?? '') ?? [];
    const own = Array.from(changes, (change) => ({ ...change, mergeId: reportId, mergedAt }));
    this.merges.set(reportId, [...earlier, own]);
  }

  async page(
    reportId: string,
    filter: ChangeFilter,
    { page, perPage }: PageRequest,
  ): Promise<Page<MergedChange>> {
    const changes = (this.merges.get(reportId) ?? [])
      .toReversed()
      .flat()
      .filter((change) => isWanted(change, filter));
    return { items: changes.slice((page - 1) * perPage, page * perPage), total: changes.length };
  }
}

function isWanted({ mergeId, mergedAt }: MergedChange, filter: ChangeFilter): boolean {
  if (filter.mergeId !== null && filter.mergeId !== mergeId) return false;
  return (filter.from ?? '') <= mergedAt && (filter.to === null || mergedAt < filter.to);
}
