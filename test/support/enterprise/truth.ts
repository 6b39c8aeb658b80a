import type { AccountKey } from '../../../shared/domain/account.ts';
import type { ConsumptionReason } from '../../../shared/domain/consumption.ts';
import type { HostName } from '../../../shared/domain/host-name.ts';
import type { InstanceUsage, PeopleCount, PeopleUsage } from '../../../shared/domain/usage.ts';
import {
  ANOMALY_KINDS,
  type AnomalyKind,
  type ConsumedLicense,
  type Human,
  type TruePerson,
} from './planted.ts';

export interface AnomalyCount {
  readonly count: number;
  readonly seatsRecoverable: number;
}

/** What was planted, added up: what the system must find. */
export interface Truth {
  readonly usage: PeopleUsage;
  readonly anomalies: Readonly<Record<AnomalyKind, AnomalyCount>>;
}

/** Enterprises buy in blocks, and some more than they need. */
const SEATS_PER_BLOCK = 50;

/** Reads the humans once and keeps nothing but sums. */
export function truthOf(humans: Iterable<Human>): Truth {
  const tally = new TruthTally();
  for (const human of humans) tally.add(human);
  return tally.truth();
}

class TruthTally {
  readonly #all = noPeople();
  readonly #byDeployment = {
    cloudOnly: noPeople(),
    serverOnly: noPeople(),
    cloudAndServer: noPeople(),
    none: noPeople(),
  };
  readonly #byLicenseType = { enterprise: 0, visualStudioSubscription: 0 };
  readonly #byReason: Record<ConsumptionReason, number> = {
    'visual-studio-subscription': 0,
    'cloud-account': 0,
    'server-account': 0,
    'dormant-server-account': 0,
    'server-account-of-unknown-state': 0,
    suspended: 0,
    'system-user': 0,
    'unlinked-visual-studio-subscription': 0,
  };
  readonly #instances = new Map<HostName, Mutable<InstanceUsage>>();
  readonly #anomalies = Object.fromEntries(
    ANOMALY_KINDS.map((kind) => [kind, { count: 0, seatsRecoverable: 0 }]),
  ) as Record<AnomalyKind, Mutable<AnomalyCount>>;
  readonly #onSeveralInstances = noPeople();
  #cloudAccounts = 0;
  #githubSeats = 0;

  add(human: Human): void {
    for (const person of human.people) this.#addPerson(person);
    for (const { kind, seatsRecoverable } of human.anomalies) {
      this.#anomalies[kind].count++;
      this.#anomalies[kind].seatsRecoverable += seatsRecoverable;
    }
    this.#githubSeats += human.licenses.filter(consumesSeatAtGithub).length;
  }

  #addPerson(person: TruePerson): void {
    const hosts = person.accounts.map(hostOf);
    const cloud = hosts.filter((host) => host === null).length;
    this.#cloudAccounts += cloud;
    addTo(this.#all, person);
    addTo(this.#byDeployment[deploymentOf(cloud > 0, hosts.length > cloud)], person);
    if (person.licenseType === 'enterprise') this.#byLicenseType.enterprise++;
    if (person.licenseType === 'visual-studio-subscription') this.#byLicenseType.visualStudioSubscription++;
    this.#byReason[person.reason]++;
    for (const host of hosts) if (host !== null) this.#instance(host).accounts++;
    const instances = new Set(hosts.filter((host) => host !== null));
    for (const host of instances) addTo(this.#instance(host), person);
    if (instances.size > 1) addTo(this.#onSeveralInstances, person);
  }

  #instance(hostName: HostName): Mutable<InstanceUsage> {
    const instance = this.#instances.get(hostName) ?? { hostName, accounts: 0, ...noPeople() };
    this.#instances.set(hostName, instance);
    return instance;
  }

  truth(): Truth {
    const byInstance = [...this.#instances.values()].sort((a, b) => (a.hostName < b.hostName ? -1 : 1));
    const usage = {
      ...this.#all,
      cloudAccounts: this.#cloudAccounts,
      serverAccounts: byInstance.reduce((sum, instance) => sum + instance.accounts, 0),
      byDeployment: this.#byDeployment,
      byLicenseType: this.#byLicenseType,
      byReason: this.#byReason,
      byInstance,
      onSeveralInstances: this.#onSeveralInstances,
      ambiguities: this.#anomalies.ambiguous.count,
      github: {
        seatsConsumed: this.#githubSeats,
        seatsPurchased: (Math.floor(this.#githubSeats / SEATS_PER_BLOCK) + 1) * SEATS_PER_BLOCK,
      },
    };
    return { usage, anomalies: this.#anomalies };
  }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function noPeople(): Mutable<PeopleCount> {
  return { people: 0, consumed: 0 };
}

function addTo(count: Mutable<PeopleCount>, person: TruePerson): void {
  count.people++;
  if (person.consumes) count.consumed++;
}

/** Null for the key of a cloud account. */
function hostOf(account: AccountKey): HostName | null {
  return account.startsWith('@') ? null : (account.slice(0, account.lastIndexOf(':')) as HostName);
}

function deploymentOf(cloud: boolean, server: boolean): keyof PeopleUsage['byDeployment'] {
  if (cloud) return server ? 'cloudAndServer' : 'cloudOnly';
  return server ? 'serverOnly' : 'none';
}

/** GitHub counts a seat for each row, but for a subscription that is linked to nothing. */
function consumesSeatAtGithub(license: ConsumedLicense): boolean {
  return license.seen !== 'in-older-file' && (license.login !== '' || license.serverUserIds.length > 0);
}
