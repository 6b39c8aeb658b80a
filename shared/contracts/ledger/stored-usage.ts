import * as z from 'zod';
import { CONSUMPTION_REASONS, type ConsumptionReason } from '../../domain/consumption.ts';
import { eachKind } from '../../domain/count-findings.ts';
import { FINDING_KINDS } from '../../domain/finding.ts';
import type { Usage } from '../../domain/usage.ts';
import { storedHostName } from '../stored-values.ts';
import { restoreReconciliation, storedReconciliation, storeReconciliation } from './stored-reconciliation.ts';

const peopleCount = z.object({ people: z.int(), consumed: z.int() });

/** How many licenses are consumed, and by whom. An absent field is an unknown one. */
export const storedUsage = peopleCount.extend({
  cloud_accounts: z.int(),
  server_accounts: z.int(),
  by_deployment: z.object({
    cloud_only: peopleCount,
    server_only: peopleCount,
    cloud_and_server: peopleCount,
    none: peopleCount,
  }),
  by_license_type: z.object({ enterprise: z.int(), visual_studio_subscription: z.int() }),
  /** Partial: a point of the history is older than a reason added since. */
  by_reason: z.partialRecord(z.enum(CONSUMPTION_REASONS), z.int()),
  by_instance: z.array(peopleCount.extend({ host_name: storedHostName, accounts: z.int() })),
  on_several_instances: peopleCount.optional(),
  ambiguities: z.int(),
  /** Absent in an item that is older than findings; partial in one that is older than a kind of them. */
  findings: z.partialRecord(z.enum(FINDING_KINDS), z.object({ count: z.int(), seats: z.int() })).optional(),
  /** Absent in an item that is older than reconciliations, or where GitHub's rows are not known. */
  reconciliation: storedReconciliation.optional(),
  github: z.object({ seats_consumed: z.int().optional(), seats_purchased: z.int().optional() }),
});

type StoredUsage = z.infer<typeof storedUsage>;

export function storeUsage(usage: Usage): StoredUsage {
  const { byDeployment, byLicenseType, github } = usage;
  return {
    people: usage.people,
    consumed: usage.consumed,
    cloud_accounts: usage.cloudAccounts,
    server_accounts: usage.serverAccounts,
    by_deployment: {
      cloud_only: byDeployment.cloudOnly,
      server_only: byDeployment.serverOnly,
      cloud_and_server: byDeployment.cloudAndServer,
      none: byDeployment.none,
    },
    by_license_type: {
      enterprise: byLicenseType.enterprise,
      visual_studio_subscription: byLicenseType.visualStudioSubscription,
    },
    by_reason: usage.byReason,
    by_instance: usage.byInstance.map(({ hostName, accounts, people, consumed }) => ({
      host_name: hostName,
      accounts,
      people,
      consumed,
    })),
    on_several_instances: usage.onSeveralInstances ?? undefined,
    ambiguities: usage.ambiguities,
    findings: eachKind((kind) => ({ ...usage.findings[kind] })),
    reconciliation: usage.reconciliation === null ? undefined : storeReconciliation(usage.reconciliation),
    github: {
      seats_consumed: github.seatsConsumed ?? undefined,
      seats_purchased: github.seatsPurchased ?? undefined,
    },
  };
}

export function restoreUsage(stored: StoredUsage): Usage {
  const { by_deployment: byDeployment, by_license_type: byLicenseType, github } = stored;
  return {
    people: stored.people,
    consumed: stored.consumed,
    cloudAccounts: stored.cloud_accounts,
    serverAccounts: stored.server_accounts,
    byDeployment: {
      cloudOnly: byDeployment.cloud_only,
      serverOnly: byDeployment.server_only,
      cloudAndServer: byDeployment.cloud_and_server,
      none: byDeployment.none,
    },
    byLicenseType: {
      enterprise: byLicenseType.enterprise,
      visualStudioSubscription: byLicenseType.visual_studio_subscription,
    },
    byReason: Object.fromEntries(
      CONSUMPTION_REASONS.map((reason) => [reason, stored.by_reason[reason] ?? 0]),
    ) as Record<ConsumptionReason, number>,
    byInstance: stored.by_instance.map(({ host_name: hostName, accounts, people, consumed }) => ({
      hostName,
      accounts,
      people,
      consumed,
    })),
    onSeveralInstances: stored.on_several_instances ?? null,
    ambiguities: stored.ambiguities,
    findings: eachKind((kind) => stored.findings?.[kind] ?? { count: 0, seats: 0 }),
    reconciliation: stored.reconciliation === undefined ? null : restoreReconciliation(stored.reconciliation),
    github: {
      seatsConsumed: github.seats_consumed ?? null,
      seatsPurchased: github.seats_purchased ?? null,
    },
  };
}
