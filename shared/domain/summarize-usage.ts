import { CONSUMPTION_REASONS, type ConsumptionReason } from './consumption.ts';
import { deploymentOf } from './deployment.ts';
import type { HostName } from './host-name.ts';
import { observedSeats } from './observe.ts';
import type { PersonUsage } from './person-usage.ts';
import type { PeopleUsage } from './usage.ts';
import type { UsageFacts } from './usage-snapshot.ts';

interface Tally {
  people: number;
  consumed: number;
}

interface InstanceTally extends Tally {
  accounts: number;
}

/** Adds people up, one by one. */
export class UsageTally {
  readonly #all = tally();
  readonly #byDeployment = {
    cloudOnly: tally(),
    serverOnly: tally(),
    cloudAndServer: tally(),
    none: tally(),
  };
  readonly #byLicenseType = { enterprise: 0, visualStudioSubscription: 0 };
  readonly #byReason = Object.fromEntries(CONSUMPTION_REASONS.map((reason) => [reason, 0])) as Record<
    ConsumptionReason,
    number
  >;
  readonly #instances = new Map<HostName, InstanceTally>();
  readonly #onSeveralInstances = tally();
  #cloudAccounts = 0;
  #ambiguities = 0;

  add(person: PersonUsage): void {
    const { consumes, reason, licenseType } = person.consumption;
    count(this.#all, consumes);
    count(this.#byDeployment[deploymentOf(person.hasCloudAccount, person.hostNames.length > 0)], consumes);
    this.#byReason[reason]++;
    if (licenseType === 'enterprise') this.#byLicenseType.enterprise++;
    if (licenseType === 'visual-studio-subscription') this.#byLicenseType.visualStudioSubscription++;
    if (person.hasCloudAccount) this.#cloudAccounts++;
    this.#ambiguities += person.ambiguities;
    if (this.#addOnInstances(person) > 1) count(this.#onSeveralInstances, consumes);
  }

  /** On how many instances. Accounts are sorted by host name: it is one more wherever that changes. */
  #addOnInstances({ hostNames, consumption }: PersonUsage): number {
    let last: HostName | null = null;
    let instances = 0;
    for (const hostName of hostNames) {
      const instance = this.#instanceOf(hostName);
      instance.accounts++;
      if (hostName === last) continue;
      count(instance, consumption.consumes);
      instances++;
      last = hostName;
    }
    return instances;
  }

  #instanceOf(hostName: HostName): InstanceTally {
    const known = this.#instances.get(hostName);
    if (known !== undefined) return known;
    const instance = { accounts: 0, ...tally() };
    this.#instances.set(hostName, instance);
    return instance;
  }

  /** @param snapshots of the same people, which may tell GitHub's own totals. */
  result(snapshots: readonly UsageFacts[]): PeopleUsage {
    const byInstance = [...this.#instances]
      .map(([hostName, instance]) => ({ hostName, ...instance }))
      .sort((a, b) => (a.hostName < b.hostName ? -1 : 1));
    return {
      ...this.#all,
      cloudAccounts: this.#cloudAccounts,
      serverAccounts: byInstance.reduce((sum, instance) => sum + instance.accounts, 0),
      byDeployment: this.#byDeployment,
      byLicenseType: this.#byLicenseType,
      byReason: this.#byReason,
      byInstance,
      onSeveralInstances: this.#onSeveralInstances,
      ambiguities: this.#ambiguities,
      github: observedSeats(snapshots),
    };
  }
}

/** Adds the people up. */
export function summarizeUsage(people: Iterable<PersonUsage>, snapshots: readonly UsageFacts[]): PeopleUsage {
  const usage = new UsageTally();
  for (const person of people) usage.add(person);
  return usage.result(snapshots);
}

function tally(): Tally {
  return { people: 0, consumed: 0 };
}

function count(counted: Tally, consumes: boolean): void {
  counted.people++;
  if (consumes) counted.consumed++;
}
