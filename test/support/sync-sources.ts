import type {
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerUsageSnapshot,
} from '../../shared/domain/usage-snapshot.ts';
import type { PullCall, ServerInstallation } from '../../shared/github-ports.ts';
import {
  cloudSnapshot,
  email,
  host,
  identitiesSnapshot,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from './accounts.ts';
import { type Ask, type GitHubScript, gives, type UsersReport } from './github-script.ts';

/** A cloud enterprise of so many people, each with an address of its own. */
export function cloudOf(people: number): Ask<CloudUsageSnapshot> {
  return gives(({ observedAt }) => cloudUsage(numbers(people), observedAt), Math.ceil(people / 100));
}

/** A report of so many accounts: those of the same people. */
export function reportOf(hostName: string, accounts: number): Ask<UsersReport> {
  return gives(({ observedAt }: PullCall) => ({
    snapshot: serverUsage(hostName, numbers(accounts), { observedAt }),
    crossChecks: [{ name: 'seats_used', told: accounts, counted: accounts }],
  }));
}

/** Lists an installation that uploaded the accounts of so many people, or that never uploaded. */
export function addInstallation(
  github: GitHubScript,
  hostName: string,
  accounts: number,
  uploadedAt: string | null,
): void {
  const list = github.serverInstallations;
  const installation: ServerInstallation = { id: `node-${hostName}`, hostName: host(hostName), uploadedAt };
  github.serverInstallations = async (call) => [...(await list(call)), installation];
  if (uploadedAt === null) return;
  github.serverAccounts.set(
    hostName,
    gives(() => serverUsage(hostName, numbers(accounts), { observedAt: uploadedAt, channel: 'graphql' })),
  );
}

/** Of the people with these numbers, in rising order. */
export function cloudUsage(people: readonly number[], observedAt: string): CloudUsageSnapshot {
  const rows = people.map((number) =>
    licenseRow({ login: nameOf(number), verifiedEmails: [addressOf(number)], totalUserAccounts: 1 }),
  );
  return cloudSnapshot(rows, { observedAt });
}

/** Of the people with these numbers, in rising order. */
export function identitiesOf(people: readonly number[], observedAt: string): LinkedIdentitiesSnapshot {
  return identitiesSnapshot(
    people.map((number) => ({ login: nameOf(number), emails: [addressOf(number)] })),
    observedAt,
  );
}

/** Of the people with these numbers, in rising order. */
export function serverUsage(
  hostName: string,
  people: readonly number[],
  facts: Partial<ServerUsageSnapshot> = {},
): ServerUsageSnapshot {
  const accounts = people.map((number) =>
    serverAccount(`${hostName}:${number}`, { primaryEmail: addressOf(number) }),
  );
  return serverSnapshot(hostName, accounts, facts);
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function addressOf(number: number) {
  return email(`${nameOf(number)}@example.com`);
}

/** In the order of the numbers. */
function nameOf(number: number): string {
  return `user-${String(number).padStart(4, '0')}`;
}
