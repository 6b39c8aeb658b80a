import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../../domain/consumption.ts';
import { countFindings, eachKind } from '../../domain/count-findings.ts';
import { FINDING_KINDS } from '../../domain/finding.ts';
import { summarizeUsage } from '../../domain/summarize-usage.ts';
import type { InstanceUsage, PeopleCount, PeopleUsage, Usage } from '../../domain/usage.ts';
import { type Observed, observationBody, observationSchema } from './observation.ts';
import { reconciliationBody, reconciliationSchema } from './reconciliation.ts';

export const count = z.int().min(0);
export const peopleCount = z.strictObject({ people: count, consumed: count });

/** `purchased` as GitHub says; `available` is below zero when more is consumed than purchased. */
export const totals = {
  consumed: count,
  purchased: count.nullable(),
  available: z.int().nullable(),
  people: count,
  accounts: z.strictObject({ cloud: count, server: count }),
};

/** By where people have accounts, and by what they consume. */
export const breakdowns = {
  by_deployment: z.strictObject({
    cloud_only: peopleCount,
    server_only: peopleCount,
    cloud_and_server: peopleCount,
    none: peopleCount,
  }),
  by_license_type: z.strictObject({ enterprise: count, visual_studio_subscription: count }),
};

/** `GET /usage`. Before the first merge: zeros, and null for what is not known. */
export const usageSchema = z.strictObject({
  ...totals,
  ...breakdowns,
  by_reason: z.record(z.enum(CONSUMPTION_REASONS), count),
  server_instances: z.array(
    z.strictObject({ host_name: z.string(), accounts: count, people: count, consumed: count }),
  ),
  /** People on more than one of them; null where usage is older than this count. */
  on_several_instances: peopleCount.nullable(),
  ambiguities: count,
  /** What owners should look at or can save on, by kind; dismissed ones too. */
  findings: z.record(z.enum(FINDING_KINDS), z.strictObject({ count, seats: count })),
  /** User licenses that putting all of that right would free. */
  seats_recoverable: count,
  github: z.strictObject({ seats_consumed: count.nullable(), seats_purchased: count.nullable() }),
  /** Null when GitHub's rows are not known. */
  reconciliation: reconciliationSchema.nullable(),
  as_of: z.iso.datetime().nullable(),
  merged_at: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
  snapshots: z.array(observationSchema),
});
export type UsageBody = z.output<typeof usageSchema>;

/** Usage and what it was made of: committed by a merge, or only shown. Null is what is not known, or did not happen. */
export interface ShownUsage {
  readonly usage: Usage;
  readonly asOf: string | null;
  readonly mergedAt: string | null;
  readonly mergeId: string | null;
  readonly snapshots: readonly Observed[];
}

export function usageBody(committed: ShownUsage | null): UsageBody {
  const usage = committed?.usage ?? {
    ...summarizeUsage([], []),
    findings: countFindings([]),
    reconciliation: null,
  };
  return {
    ...totalsBody(usage),
    ...breakdownsBody(usage),
    by_reason: { ...usage.byReason },
    server_instances: usage.byInstance.map(instanceUsageBody),
    on_several_instances: usage.onSeveralInstances && peopleCountBody(usage.onSeveralInstances),
    ambiguities: usage.ambiguities,
    findings: eachKind((kind) => ({ ...usage.findings[kind] })),
    seats_recoverable: Object.values(usage.findings).reduce((sum, { seats }) => sum + seats, 0),
    github: { seats_consumed: usage.github.seatsConsumed, seats_purchased: usage.github.seatsPurchased },
    reconciliation: usage.reconciliation && reconciliationBody(usage.reconciliation),
    as_of: committed?.asOf ?? null,
    merged_at: committed?.mergedAt ?? null,
    merge_id: committed?.mergeId ?? null,
    snapshots: (committed?.snapshots ?? []).map(observationBody),
  };
}

export function totalsBody(usage: PeopleUsage) {
  const purchased = usage.github.seatsPurchased;
  return {
    consumed: usage.consumed,
    purchased,
    available: purchased === null ? null : purchased - usage.consumed,
    people: usage.people,
    accounts: { cloud: usage.cloudAccounts, server: usage.serverAccounts },
  };
}

export function breakdownsBody({ byDeployment, byLicenseType }: PeopleUsage) {
  const { cloudOnly, serverOnly, cloudAndServer, none } = byDeployment;
  return {
    by_deployment: {
      cloud_only: peopleCountBody(cloudOnly),
      server_only: peopleCountBody(serverOnly),
      cloud_and_server: peopleCountBody(cloudAndServer),
      none: peopleCountBody(none),
    },
    by_license_type: {
      enterprise: byLicenseType.enterprise,
      visual_studio_subscription: byLicenseType.visualStudioSubscription,
    },
  };
}

export function peopleCountBody({ people, consumed }: PeopleCount) {
  return { people, consumed };
}

function instanceUsageBody({ hostName, accounts, people, consumed }: InstanceUsage) {
  return { host_name: hostName, accounts, people, consumed };
}
