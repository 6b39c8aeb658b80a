import * as z from 'zod';
import { CHANGE_KINDS, type PersonState } from '../../domain/changes.ts';
import { MATCH_RULES } from '../../domain/person.ts';
import type { ChangeFilter, MergedChange } from '../../history-ports.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { daySchema, endOfDay, startOfDay } from './day.ts';
import { pageQuery, pageRequestOf } from './paging.ts';
import { consumptionBody, consumptionSchema, personIdSchema } from './people.ts';

export interface ChangesQuery {
  readonly filter: ChangeFilter;
  readonly page: PageRequest;
}

/** `GET /changes`: `merge_id`, or days `from` and `to`, both included, or all there are. */
export const changesQuerySchema = z
  .object({
    ...pageQuery,
    from: daySchema.optional(),
    to: daySchema.optional(),
    merge_id: z.string().min(1, 'must be the id of a merge').optional(),
  })
  .superRefine(({ from, to, merge_id: mergeId }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (mergeId !== undefined && (from ?? to) !== undefined) {
      refuse('merge_id', 'cannot be given together with from or to');
    }
    if (from !== undefined && to !== undefined && from > to) refuse('from', 'must not be after to');
  })
  .transform(
    ({ from, to, merge_id: mergeId, ...query }): ChangesQuery => ({
      filter: {
        mergeId: mergeId ?? null,
        from: from === undefined ? null : startOfDay(from),
        to: to === undefined ? null : endOfDay(to),
      },
      page: pageRequestOf(query),
    }),
  );

/** A person as a merge saw it; `matched_by` are the rules by which the accounts are one person's. */
const personStateSchema = z.strictObject({
  id: personIdSchema,
  accounts: z.array(z.string()),
  matched_by: z.array(z.enum(MATCH_RULES)),
  consumption: consumptionSchema,
});

/**
 * `GET /changes`, one page, newest merge first. `people` and `accounts` are all that are concerned; `before` is empty
 * for who joined, `after` for who left.
 */
export const changesSchema = z.strictObject({
  total_count: z.int().min(0),
  changes: z.array(
    z.strictObject({
      merge_id: z.string(),
      merged_at: z.iso.datetime(),
      kind: z.enum(CHANGE_KINDS),
      people: z.array(personIdSchema).min(1),
      accounts: z.array(z.string()),
      before: z.array(personStateSchema),
      after: z.array(personStateSchema),
    }),
  ),
});
export type ChangesBody = z.output<typeof changesSchema>;

export function changesBody({ items, total }: Page<MergedChange>): ChangesBody {
  return { total_count: total, changes: items.map(changeBody) };
}

function changeBody({
  mergeId,
  mergedAt,
  kind,
  before,
  after,
}: MergedChange): ChangesBody['changes'][number] {
  const states = [...before, ...after];
  return {
    merge_id: mergeId,
    merged_at: mergedAt,
    kind,
    people: eachOnce(states.map(({ id }) => id)),
    accounts: eachOnce(states.flatMap(({ accounts }) => accounts)),
    before: before.map(personStateBody),
    after: after.map(personStateBody),
  };
}

function personStateBody({ id, accounts, matchedBy, consumption }: PersonState) {
  return {
    id,
    accounts: [...accounts],
    matched_by: [...matchedBy],
    consumption: consumptionBody(consumption),
  };
}

function eachOnce<Text extends string>(texts: readonly Text[]): Text[] {
  return [...new Set(texts)].sort();
}
