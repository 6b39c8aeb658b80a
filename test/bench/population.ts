import { serverAccountKey } from '../../shared/domain/account.ts';
import type { PlantedInstance } from '../support/enterprise/instances.ts';
import type { ConsumedLicense, ServerUser } from '../support/enterprise/planted.ts';
import { Random } from '../support/enterprise/random.ts';

/** Humans per account of a source: each human is in each source with a chance of two in five. */
const HUMANS_PER_ACCOUNT = 2.5;
const FIRST_USER_ID = 100;
const CLOUD = 'cloud';

/**
 * A company in which every source has exactly the same number of accounts, of humans drawn by chance from all: most
 * humans are in several sources, so that the matching has work. Nothing but who is where is kept in memory.
 */
export class Population {
  readonly accountsPerSource: number;
  readonly #instances: readonly PlantedInstance[];
  /** By source: one byte per human, 1 for those who have an account there. */
  readonly #members: ReadonlyMap<string, Uint8Array>;

  constructor(accountsPerSource: number, instances: readonly PlantedInstance[], seed: number) {
    const random = new Random(seed);
    const sources = [CLOUD, ...instances.map(({ hostName }) => hostName)];
    this.accountsPerSource = accountsPerSource;
    this.#instances = instances;
    this.#members = new Map(sources.map((source) => [source, drawMembers(accountsPerSource, random)]));
  }

  /** The accounts of one instance, by user id. */
  *serverUsers({ hostName }: PlantedInstance): Generator<ServerUser> {
    for (const human of this.#humansOf(hostName)) yield serverUser(human, hostName);
  }

  /** GitHub's rows: one for each cloud account. GitHub has matched the server accounts of every other human. */
  *licenses(): Generator<ConsumedLicense> {
    for (const human of this.#humansOf(CLOUD)) {
      const hosts = this.#instances
        .map(({ hostName }) => hostName)
        .filter((hostName) => this.#members.get(hostName)?.[human] === 1);
      yield license(human, human % 2 === 0 ? hosts.map((hostName) => serverUser(human, hostName)) : []);
    }
  }

  *#humansOf(source: string): Generator<number> {
    const members = this.#members.get(source) ?? new Uint8Array();
    for (const [human, isMember] of members.entries()) if (isMember === 1) yield human;
  }
}

/** Exactly `accounts` of the humans: each is taken with the chance that fills the places left. */
function drawMembers(accounts: number, random: Random): Uint8Array {
  const humans = Math.ceil(accounts * HUMANS_PER_ACCOUNT);
  let places = accounts;
  return Uint8Array.from({ length: humans }, (_, human) => {
    if (random.int(1, humans - human) > places) return 0;
    places--;
    return 1;
  });
}

function serverUser(human: number, hostName: PlantedInstance['hostName']): ServerUser {
  const userId = FIRST_USER_ID + human;
  const mailbox = `given.family.${human}`;
  return {
    key: serverAccountKey(hostName, userId),
    hostName,
    userId,
    login: `given-family-${human}`,
    name: `Given Family ${human}`,
    // Spelled differently here and there, as addresses are.
    primaryEmail: human % 7 === 0 ? `Given.Family.${human}@Example.com` : `${mailbox}@example.com`,
    furtherEmails: human % 3 === 0 ? [`${mailbox}@private.example.com`] : [],
    suspended: human % 11 === 0,
    dormant: human % 13 === 0,
    siteAdmin: human % 1000 === 0,
    createdAt: '2021-01-01T00:00:00.000Z',
    lastActive: '2026-01-01T00:00:00.000Z',
    lastLoggedIp: '192.0.2.1',
    repositories: human % 40,
    sshKeys: human % 5,
    organizations: human % 8,
    twoFactor: true,
    seen: 'in-every-file',
  };
}

function license(human: number, matched: readonly ServerUser[]): ConsumedLicense {
  const email = `given.family.${human}@example.com`;
  return {
    login: `Given-Family-${human}`,
    name: `Given Family ${human}`,
    serverUserIds: matched.map(({ key }) => key),
    serverEmails: matched.length > 0 ? [email] : [],
    subscriber: false,
    licenseType: 'Enterprise',
    memberRoles: ['acme:Member', `acme-${human % 9}:Member`],
    enterpriseRoles: ['Member'],
    // A third of the rest is matched by its linked identity, a third by a verified address, a third by nothing.
    verifiedEmails: human % 6 === 3 ? [email] : [`given.family.${human}@cloud.example.com`],
    samlNameId: human % 6 === 1 ? email : `given-family-${human}`,
    pendingInvites: [],
    twoFactorAuth: true,
    subscriptionStatus: '',
    subscriptionEmail: '',
    seen: 'in-every-file',
  };
}
