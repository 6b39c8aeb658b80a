import { type AccountKey, cloudAccountKey, serverAccountKey } from '../../../shared/domain/account.ts';
import type { ConsumptionReason } from '../../../shared/domain/consumption.ts';
import type { HostName } from '../../../shared/domain/host-name.ts';
import type { InstanceFiles, PlantedInstance } from './instances.ts';
import { type Identity, identityOf } from './names.ts';
import type { Anomaly, AnomalyKind, ConsumedLicense, Human, ServerUser, TruePerson } from './planted.ts';
import type { Random } from './random.ts';

/** Written down here a second time, so that the truth does not lean on the table it is compared with. */
const CONSUMES_NOTHING: readonly ConsumptionReason[] = [
  'suspended',
  'system-user',
  'unlinked-visual-studio-subscription',
];

/** Smaller ids are the system users'. */
const FIRST_USER_ID = 100;
const ACCOUNTS_PER_HUMAN_AND_INSTANCE = 2;

const EPOCH = Date.UTC(2018, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

export interface Seed {
  readonly index: number;
  readonly random: Random;
  readonly instances: readonly PlantedInstance[];
}

/** Plants the accounts and GitHub's rows of one human, and notes what the rule must make of them. */
export class Planter {
  readonly random: Random;
  readonly identity: Identity;
  readonly #index: number;
  readonly #instances: readonly PlantedInstance[];
  readonly #accountsOn = new Map<HostName, number>();
  readonly #serverUsers: ServerUser[] = [];
  readonly #licenses: ConsumedLicense[] = [];
  readonly #people: TruePerson[] = [];
  readonly #anomalies: Anomaly[] = [];

  constructor({ index, random, instances }: Seed) {
    this.random = random;
    this.identity = identityOf(index, random);
    this.#index = index;
    this.#instances = instances;
  }

  /** An address of this human alone. The domain says what it is for. */
  address(use: 'work' | 'cloud' | 'server' | 'private' | 'subscription' | 'other'): string {
    return `${this.identity.mailbox}@${use}.example.com`;
  }

  /** The host names of `count` different instances. */
  hosts(count: 1): readonly [HostName];
  hosts(count: 2): readonly [HostName, HostName];
  hosts(count: number): readonly HostName[] {
    return this.random.shuffled(this.#instances.map((instance) => instance.hostName)).slice(0, count);
  }

  /** An instance of which just these files are dropped. */
  hostWith(...files: readonly InstanceFiles[]): HostName {
    const [host] = this.random.shuffled(this.#instances.filter((instance) => files.includes(instance.files)));
    if (host === undefined) throw new RangeError(`no instance has the files ${files.join(' or ')}`);
    return host.hostName;
  }

  /** An active account, but for what is said otherwise. */
  serverUser(hostName: HostName, facts: Partial<ServerUser> & Pick<ServerUser, 'primaryEmail'>): ServerUser {
    const user = this.unlistedServerUser(hostName, facts);
    this.#serverUsers.push(user);
    return user;
  }

  /** An account that no file of its instance has; only GitHub's rows name it. */
  unlistedServerUser(
    hostName: HostName,
    facts: Partial<ServerUser> & Pick<ServerUser, 'primaryEmail'>,
  ): ServerUser {
    const { random } = this;
    const userId = this.#nextUserId(hostName);
    const created = EPOCH + random.int(0, 2500) * DAY;
    return {
      key: serverAccountKey(hostName, userId),
      hostName,
      userId,
      login: this.identity.login.toLowerCase(),
      name: this.identity.name,
      furtherEmails: random.chance(30) ? [this.address('private')] : [],
      suspended: false,
      dormant: false,
      siteAdmin: false,
      createdAt: new Date(created).toISOString(),
      lastActive: random.chance(95) ? new Date(created + random.int(1, 400) * DAY).toISOString() : null,
      lastLoggedIp: `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`,
      repositories: random.int(0, 40),
      sshKeys: random.int(0, 5),
      organizations: random.int(0, 8),
      twoFactor: random.chance(50),
      seen: 'in-every-file',
      ...facts,
    };
  }

  #nextUserId(hostName: HostName): number {
    const taken = this.#accountsOn.get(hostName) ?? 0;
    if (taken === ACCOUNTS_PER_HUMAN_AND_INSTANCE) throw new RangeError(`no user id is left on ${hostName}`);
    this.#accountsOn.set(hostName, taken + 1);
    return FIRST_USER_ID + this.#index * ACCOUNTS_PER_HUMAN_AND_INSTANCE + taken;
  }

  /** A row of GitHub's with a cloud account, and the server accounts that GitHub matched with it. */
  cloudLicense(facts: Partial<ConsumedLicense> = {}, matched: readonly ServerUser[] = []): ConsumedLicense {
    const { random } = this;
    return this.#license(matched, {
      login: this.identity.login,
      name: this.identity.name,
      memberRoles: [`acme-${random.int(1, 9)}:${random.chance(10) ? 'Owner' : 'Member'}`, 'acme:Member'],
      enterpriseRoles: random.chance(5) ? ['Owner'] : ['Member'],
      verifiedEmails: [this.address('cloud')],
      pendingInvites: random.chance(5) ? ['acme-labs'] : [],
      twoFactorAuth: random.chance(90),
      ...facts,
    });
  }

  /** A row of GitHub's without a cloud account. */
  serverLicense(listed: readonly ServerUser[]): ConsumedLicense {
    return this.#license(listed, {});
  }

  /** A row of GitHub's for a Visual Studio subscription that GitHub has linked to no account. */
  subscriptionLicense(email: string): ConsumedLicense {
    return this.#license([], {
      subscriber: true,
      licenseType: 'Visual Studio subscription',
      subscriptionEmail: email,
    });
  }

  #license(listed: readonly ServerUser[], facts: Partial<ConsumedLicense>): ConsumedLicense {
    const emails = listed.map((user) => user.primaryEmail).filter((email) => email !== null);
    const license: ConsumedLicense = {
      login: '',
      name: '',
      serverUserIds: listed.map((user) => user.key),
      serverEmails: [...new Set(emails)],
      subscriber: false,
      licenseType: 'Enterprise',
      memberRoles: [],
      enterpriseRoles: [],
      verifiedEmails: [],
      samlNameId: '',
      pendingInvites: [],
      twoFactorAuth: null,
      subscriptionStatus: '',
      subscriptionEmail: '',
      seen: 'in-every-file',
      ...facts,
    };
    this.#licenses.push(license);
    return license;
  }

  /** The rule makes one person of these. */
  person(
    reason: ConsumptionReason,
    parts: readonly (ServerUser | ConsumedLicense)[],
    subscriptions: readonly string[] = [],
  ): void {
    const consumes = !CONSUMES_NOTHING.includes(reason);
    const licenseType = subscriptions.length > 0 ? 'visual-studio-subscription' : 'enterprise';
    this.#people.push({
      accounts: accountKeys(parts),
      subscriptions,
      reason,
      consumes,
      licenseType: consumes ? licenseType : null,
    });
  }

  anomaly(kind: AnomalyKind, parts: readonly (ServerUser | ConsumedLicense)[], seatsRecoverable = 0): void {
    this.#anomalies.push({ kind, accounts: accountKeys(parts), seatsRecoverable });
  }

  human<Kind extends string>(kind: Kind): Human<Kind> {
    return {
      kind,
      serverUsers: this.#serverUsers,
      licenses: this.#licenses,
      people: this.#people,
      anomalies: this.#anomalies,
    };
  }
}

function accountKeys(parts: readonly (ServerUser | ConsumedLicense)[]): AccountKey[] {
  return parts.map((part) => ('key' in part ? part.key : cloudAccountKey(part.login)));
}
