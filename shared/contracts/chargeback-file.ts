import * as z from 'zod';
import type { Chargeback, GroupUsage } from '../domain/chargeback.ts';

const peopleCount = { people: z.int(), consumed: z.int() };

/** An absent name is that of no group. */
const storedGroups = z.array(z.object({ name: z.string().optional(), ...peopleCount }));

/** A report's chargeback. */
export const storedChargeback = z.object({
  format: z.literal('chargeback/1'),
  total: z.object(peopleCount),
  by_server_instance: storedGroups,
  by_organization: storedGroups,
  by_cost_center: storedGroups,
});

export type StoredChargeback = z.infer<typeof storedChargeback>;

export function storeChargeback(chargeback: Chargeback): StoredChargeback {
  return {
    format: 'chargeback/1',
    total: chargeback.total,
    by_server_instance: storeGroups(chargeback.byServerInstance),
    by_organization: storeGroups(chargeback.byOrganization),
    by_cost_center: storeGroups(chargeback.byCostCenter),
  };
}

export function restoreChargeback(stored: StoredChargeback): Chargeback {
  return {
    total: stored.total,
    byServerInstance: restoreGroups(stored.by_server_instance),
    byOrganization: restoreGroups(stored.by_organization),
    byCostCenter: restoreGroups(stored.by_cost_center),
  };
}

function storeGroups(groups: readonly GroupUsage[]): z.infer<typeof storedGroups> {
  return groups.map(({ name, people, consumed }) => ({ name: name ?? undefined, people, consumed }));
}

function restoreGroups(stored: z.infer<typeof storedGroups>): GroupUsage[] {
  return stored.map(({ name = null, people, consumed }) => ({ name, people, consumed }));
}
