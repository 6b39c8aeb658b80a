import type { UsageBody } from '../../../shared/contracts/http/usage.ts';
import type { PeopleUsage } from '../../../shared/domain/usage.ts';

/** A number of `GET /usage` that is not as planted. Null: the number is not there. */
export interface Difference {
  /** Such as `by_deployment.cloud_only.people`. */
  readonly path: string;
  readonly expected: number | null;
  readonly actual: number | null;
}

/** Every number in which the answer differs from the truth. */
export function compareUsage(actual: UsageBody, truth: PeopleUsage): readonly Difference[] {
  const expectedNumbers = numbersOfBody(expectedBody(truth));
  const actualNumbers = numbersOfBody(actual);
  const paths = new Set([...expectedNumbers.keys(), ...actualNumbers.keys()]);
  return [...paths]
    .map((path) => ({
      path,
      expected: expectedNumbers.get(path) ?? null,
      actual: actualNumbers.get(path) ?? null,
    }))
    .filter(({ expected, actual }) => expected !== actual);
}

/** Findings, and what they explain, are planted as anomalies, not as numbers. */
type NumbersOfUsage = Omit<
  UsageBody,
  'as_of' | 'merged_at' | 'merge_id' | 'snapshots' | 'findings' | 'seats_recoverable' | 'reconciliation'
>;

function expectedBody(truth: PeopleUsage): NumbersOfUsage {
  const purchased = truth.github.seatsPurchased;
  const { cloudOnly, serverOnly, cloudAndServer, none } = truth.byDeployment;
  return {
    consumed: truth.consumed,
    purchased,
    available: purchased === null ? null : purchased - truth.consumed,
    people: truth.people,
    accounts: { cloud: truth.cloudAccounts, server: truth.serverAccounts },
    by_deployment: { cloud_only: cloudOnly, server_only: serverOnly, cloud_and_server: cloudAndServer, none },
    by_license_type: {
      enterprise: truth.byLicenseType.enterprise,
      visual_studio_subscription: truth.byLicenseType.visualStudioSubscription,
    },
    by_reason: { ...truth.byReason },
    server_instances: truth.byInstance.map(({ hostName, ...counts }) => ({ host_name: hostName, ...counts })),
    on_several_instances: truth.onSeveralInstances,
    ambiguities: truth.ambiguities,
    github: { seats_consumed: truth.github.seatsConsumed, seats_purchased: purchased },
  };
}

/** Dates and ids are no numbers; snapshots tell of files, not of usage. Instances are named by their host name. */
function numbersOfBody(body: NumbersOfUsage): Map<string, number> {
  const server_instances = Object.fromEntries(
    body.server_instances.map(({ host_name, ...counts }) => [host_name, counts]),
  );
  const leftOut = { snapshots: {}, findings: {}, seats_recoverable: null, reconciliation: null };
  return numbersOf({ ...body, server_instances, ...leftOut });
}

/** The numbers within, by their path. */
function numbersOf(value: object, prefix = ''): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'number') numbers.set(prefix + name, member);
    else if (typeof member === 'object' && member !== null) {
      for (const [path, number] of numbersOf(member, `${prefix}${name}.`)) numbers.set(path, number);
    }
  }
  return numbers;
}
