import * as z from 'zod';
import type { Chargeback } from '../../domain/chargeback.ts';
import { count, peopleCount, peopleCountBody } from './usage.ts';

const groupCount = { people: count, consumed: count };

/**
 * `GET /usage/chargeback`: people, and the user licenses they consume. A person in several groups is in each, and in
 * the total once. A group without a name (null) is of the people in none; it comes last, if there is anybody.
 */
export const chargebackSchema = z.strictObject({
  total: peopleCount,
  by_server_instance: z.array(z.strictObject({ host_name: z.string().nullable(), ...groupCount })),
  by_organization: z.array(z.strictObject({ organization: z.string().nullable(), ...groupCount })),
  by_cost_center: z.array(z.strictObject({ cost_center: z.string().nullable(), ...groupCount })),
  as_of: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
});
export type ChargebackBody = z.output<typeof chargebackSchema>;

/** Chargeback and the merge it is of, both null before the first merge. */
export interface DatedChargeback {
  readonly chargeback: Chargeback;
  readonly asOf: string | null;
  readonly mergeId: string | null;
}

export function chargebackBody({ chargeback, asOf, mergeId }: DatedChargeback): ChargebackBody {
  const { total, byServerInstance, byOrganization, byCostCenter } = chargeback;
  return {
    total: peopleCountBody(total),
    by_server_instance: byServerInstance.map((group) => ({
      host_name: group.name,
      ...peopleCountBody(group),
    })),
    by_organization: byOrganization.map((group) => ({ organization: group.name, ...peopleCountBody(group) })),
    by_cost_center: byCostCenter.map((group) => ({ cost_center: group.name, ...peopleCountBody(group) })),
    as_of: asOf,
    merge_id: mergeId,
  };
}
