import { DEFAULT_INSTANCES, plantInstances } from '../../support/enterprise/instances.ts';
import type { ServerUser } from '../../support/enterprise/planted.ts';
import { consumedLicensesPages } from '../../support/enterprise/writers/consumed-licenses-json.ts';
import { plainUsageExport } from '../../support/enterprise/writers/usage-export.ts';
import { Population } from '../population.ts';

/** What a file says, in pieces. */
export interface NamedText {
  readonly name: string;
  readonly text: () => Iterable<string>;
}

export interface JobTexts {
  readonly exports: readonly NamedText[];
  /** Consumed licenses: all pages. */
  readonly licenses: NamedText;
  readonly licenseParts: readonly NamedText[];
}

/** Of some 760 bytes each: V8 holds 512 MiB in one string, and `readFileSync(file, 'utf8')` throws for more. */
const LICENSES_PER_STRING = 600_000;

/** Of nine accounts four have a former address too: 1.8 addresses an account, 1.7 over all sources. */
const NINE = 9;
const WITH_FORMER_ADDRESS = 4;

/** Three exports and the consumed licenses, each with `accounts` accounts. */
export function jobTexts(accounts: number, seed: number): JobTexts {
  const instances = plantInstances(DEFAULT_INSTANCES, seed);
  const population = new Population(accounts, instances, seed);
  const exports = instances.map((instance) => ({
    name: `${instance.hostName}.json`,
    text: () => plainUsageExport(instance, withFormerAddresses(population.serverUsers(instance))),
  }));
  const seats = { consumed: accounts, purchased: accounts };
  const licensesFile = (name: string, first: number, count: number): NamedText => ({
    name,
    text: () => consumedLicensesPages(population.licenses().drop(first).take(count), seats),
  });
  const licenses = licensesFile('consumed-licenses.json', 0, accounts);
  const parts = Math.ceil(accounts / LICENSES_PER_STRING);
  if (parts === 1) return { exports, licenses, licenseParts: [licenses] };
  const perPart = Math.ceil(accounts / parts);
  const licenseParts = Array.from({ length: parts }, (_, part) =>
    licensesFile(`consumed-licenses.part-${part + 1}.json`, part * perPart, perPart),
  );
  return { exports, licenses, licenseParts };
}

function* withFormerAddresses(users: Iterable<ServerUser>): Generator<ServerUser> {
  for (const user of users) yield user.userId % NINE < WITH_FORMER_ADDRESS ? withFormerAddress(user) : user;
}

function withFormerAddress(user: ServerUser): ServerUser {
  return { ...user, furtherEmails: [...user.furtherEmails, `gf.${user.userId}@former.example.com`] };
}
