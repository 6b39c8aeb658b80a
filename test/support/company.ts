import type { LicenseRow, ServerAccount } from '../../shared/domain/account.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from './accounts.ts';
import type { Random } from './enterprise/random.ts';

const HOSTS = ['ghes-a.example.com', 'ghes-b.example.com', 'ghes-c.example.com'] as const;

/** Of a hundred people who change, how many in which way: they come and go, as in a company of steady size. */
const COME_PERCENT = 30;
const GO_PERCENT = 30;
const NEW_ADDRESS_PERCENT = 5;

/** Somebody of the company. */
interface Human {
  readonly number: number;
  readonly mailbox: string;
  readonly dormant: boolean;
}

/** People of whom three in five have a cloud account, and each two in five of the instances. */
export class Company {
  readonly #random: Random;
  #humans: Human[];
  #nextNumber: number;

  constructor(people: number, random: Random) {
    this.#random = random;
    this.#humans = Array.from({ length: people }, (_, number) => humanOf(number));
    this.#nextNumber = people;
  }

  get size(): number {
    return this.#humans.length;
  }

  /** A week in which so many people come, go or change. */
  change(count: number): void {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(this.#random.int(0, this.#humans.length - 1));
    const kept = this.#humans.flatMap((human, place) => (chosen.has(place) ? this.#changed(human) : human));
    this.#humans = kept.sort((a, b) => a.number - b.number);
  }

  /** Usage of the cloud and of the instances, as observed that day. */
  *snapshots(observedAt: string): Generator<UsageSnapshot> {
    yield cloudSnapshot(
      this.#humans.flatMap((human) => (hasCloudAccount(human) ? cloudRowOf(human) : [])),
      { observedAt },
    );
    for (const hostName of HOSTS) {
      const members = this.#humans.filter((human) => isOn(hostName, human));
      yield serverSnapshot(
        hostName,
        members.map((human) => accountOf(hostName, human)),
        { observedAt },
      );
    }
  }

  /** Who comes takes the place of nobody: it is as likely that somebody else goes. */
  #changed(human: Human): Human[] {
    const percent = this.#random.int(1, 100);
    if (percent <= COME_PERCENT) return [human, humanOf(this.#nextNumber++)];
    if (percent <= COME_PERCENT + GO_PERCENT) return [];
    if (percent <= COME_PERCENT + GO_PERCENT + NEW_ADDRESS_PERCENT) {
      return [{ ...human, mailbox: `${human.mailbox}.new` }];
    }
    return [{ ...human, dormant: !human.dormant }];
  }
}

function humanOf(number: number): Human {
  return { number, mailbox: `given.family.${number}`, dormant: number % 13 === 0 };
}

function hasCloudAccount({ number }: Human): boolean {
  return number % 5 < 3;
}

/** Who has no cloud account is on one instance at least. */
function isOn(hostName: (typeof HOSTS)[number], { number }: Human): boolean {
  const place = HOSTS.indexOf(hostName);
  return Math.floor(number / 5) % 3 === place || Math.floor(number / 15) % 5 === place;
}

function cloudRowOf({ number, mailbox }: Human): LicenseRow {
  // In the order of logins, as snapshots have their rows.
  const login = `given-family-${String(number).padStart(9, '0')}`;
  return licenseRow({ login, verifiedEmails: [email(`${mailbox}@example.com`)] });
}

function accountOf(hostName: string, { number, mailbox, dormant }: Human): ServerAccount {
  return serverAccount(`${hostName}:${100 + number}`, {
    primaryEmail: email(`${mailbox}@example.com`),
    suspended: number % 11 === 0,
    dormant,
  });
}
