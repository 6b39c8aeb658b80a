import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../../domain/consumption.ts';
import { summarizeUsage } from '../../domain/summarize-usage.ts';
import type { CommittedUsage, InstanceUsage, PeopleCount, Usage } from '../../domain/usage.ts';
import { observationBody, observationSchema } from './observation.ts';

const count = z.int().min(0);
const peopleCount = z.strictObject({ people: count, consumed: count });

/** `purchased` as GitHub says; `available` is below zero when more is consumed than purchased. */
export const totals = {
  consumed: count,
  purchased: count.nullable(),
  available: z.int().nullable(),
  people: count,
  accounts: z.strictObject({ cloud: count, server: count }),
};

/** `GET /usage`. Before the first merge: zeros, and null for what is not known. */
export const usageSchema = z.strictObject({
  ...totals,
  by_deployment: z.strictObject({
    cloud_only: peopleCount,
    server_only: peopleCount,
    cloud_and_server: peopleCount,
    none: peopleCount,
  }),
  by_license_type: z.strictObject({ enterprise: count, visual_studio_subscription: count }),
  by_reason: z.record(z.enum(CONSUMPTION_REASONS), count),
  server_instances: z.array(
    z.strictObject({ host_name: z.string(), accounts: count, people: count, consumed: count }),
  ),
  ambiguities: count,
  github: z.strictObject({ seats_consumed: count.nullable(), seats_purchased: count.nullable() }),
  as_of: z.iso.datetime().nullable(),
  merged_at: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
  snapshots: z.array(observationSchema),
});
export type UsageBody = z.output<typeof usageSchema>;

export function usageBody(committed: CommittedUsage | null): UsageBody {
  const usage = committed?.usage ?? summarizeUsage([], []);
  const { cloudOnly, serverOnly, cloudAndServer, none } = usage.byDeployment;
  return {
    ...totalsBody(usage),
    by_deployment: {
      cloud_only: peopleCountBody(cloudOnly),
      server_only: peopleCountBody(serverOnly),
      cloud_and_server: peopleCountBody(cloudAndServer),
      none: peopleCountBody(none),
    },
    by_license_type: {
      enterprise: usage.byLicenseType.enterprise,
      visual_studio_subscription: usage.byLicenseType.visualStudioSubscription,
    },
    by_reason: { ...usage.byReason },
    server_instances: usage.byInstance.map(instanceUsageBody),
    ambiguities: usage.ambiguities,
    github: { seats_consumed: usage.github.seatsConsumed, seats_purchased: usage.github.seatsPurchased },
    as_of: committed?.asOf ?? null,
    merged_at: committed?.mergedAt ?? null,
    merge_id: committed?.mergeId ?? null,
    snapshots: (committed?.snapshots ?? []).map(observationBody),
  };
}

export function totalsBody(usage: Usage) {
  const purchased = usage.github.seatsPurchased;
  return {
    consumed: usage.consumed,
    purchased,
    available: purchased === null ? null : purchased - usage.consumed,
    people: usage.people,
    accounts: { cloud: usage.cloudAccounts, server: usage.serverAccounts },
  };
}

function peopleCountBody({ people, consumed }: PeopleCount) {
  return { people, consumed };
}

function instanceUsageBody({ hostName, accounts, people, consumed }: InstanceUsage) {
  return { host_name: hostName, accounts, people, consumed };
}
