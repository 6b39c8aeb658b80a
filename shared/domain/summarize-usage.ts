import { CONSUMPTION_REASONS, type ConsumptionReason } from './consumption.ts';
import { deploymentOf } from './deployment.ts';
import type { HostName } from './host-name.ts';
import { observedSeats } from './observe.ts';
import type { Person } from './person.ts';
import type { PeopleUsage } from './usage.ts';
import type { UsageFacts } from './usage-snapshot.ts';

interface Tally {
  people: number;
  consumed: number;
}

/** Adds the people up. */
export function summarizeUsage(people: Iterable<Person>, snapshots: readonly UsageFacts[]): PeopleUsage {
  const all = tally();
  const byDeployment = { cloudOnly: tally(), serverOnly: tally(), cloudAndServer: tally(), none: tally() };
  const byLicenseType = { enterprise: 0, visualStudioSubscription: 0 };
  const byReason = Object.fromEntries(CONSUMPTION_REASONS.map((reason) => [reason, 0])) as Record<
    ConsumptionReason,
    number
  >;
  const instances = new Map<HostName, Tally & { accounts: number }>();
  const onSeveralInstances = tally();
  let cloudAccounts = 0;
  let ambiguities = 0;
  for (const person of people) {
    const { consumes, reason, licenseType } = person.consumption;
    count(all, consumes);
    count(
      byDeployment[deploymentOf(person.cloudAccount !== null, person.serverAccounts.length > 0)],
      consumes,
    );
    byReason[reason]++;
    if (licenseType === 'enterprise') byLicenseType.enterprise++;
    if (licenseType === 'visual-studio-subscription') byLicenseType.visualStudioSubscription++;
    if (person.cloudAccount !== null) cloudAccounts++;
    ambiguities += person.ambiguities.length;
    if (countOnInstances(person, instances) > 1) count(onSeveralInstances, consumes);
  }
  const byInstance = [...instances]
    .map(([hostName, instance]) => ({ hostName, ...instance }))
    .sort((a, b) => (a.hostName < b.hostName ? -1 : 1));
  const serverAccounts = byInstance.reduce((sum, instance) => sum + instance.accounts, 0);
  const github = observedSeats(snapshots);
  return {
    ...all,
    cloudAccounts,
    serverAccounts,
    byDeployment,
    byLicenseType,
    byReason,
    byInstance,
    onSeveralInstances,
    ambiguities,
    github,
  };
}

/** On how many instances the person has an account. */
function countOnInstances(
  { serverAccounts, consumption }: Person,
  instances: Map<HostName, Tally & { accounts: number }>,
): number {
  for (const { hostName } of serverAccounts) instanceOf(instances, hostName).accounts++;
  const hostNames = new Set(serverAccounts.map((account) => account.hostName));
  for (const hostName of hostNames) count(instanceOf(instances, hostName), consumption.consumes);
  return hostNames.size;
}

function instanceOf(
  instances: Map<HostName, Tally & { accounts: number }>,
  hostName: HostName,
): Tally & { accounts: number } {
  const instance = instances.get(hostName) ?? { accounts: 0, ...tally() };
  instances.set(hostName, instance);
  return instance;
}

function tally(): Tally {
  return { people: 0, consumed: 0 };
}

function count(counted: Tally, consumes: boolean): void {
  counted.people++;
  if (consumes) counted.consumed++;
}
