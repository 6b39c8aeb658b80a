import fc from 'fast-check';
import type { LicenseRow, ServerAccount } from '../../shared/domain/account.ts';
import type { Email } from '../../shared/domain/email.ts';
import type {
  Channel,
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerUsageSnapshot,
  UsageSnapshot,
} from '../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  host,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from './accounts.ts';

// Few of everything, so that accounts meet in every way the rules know.
const HOSTS = ['ghes-a', 'ghes-b', 'ghes-c'];
const EMAILS = Array.from({ length: 7 }, (_, index) => email(`person${index}@example.com`));
const LOGINS = ['ada', 'Ben', 'cy', 'dee', 'eve'];

const anEmail = fc.constantFrom(...EMAILS);
const someEmails = fc.uniqueArray(anEmail, { maxLength: 3 }).map((emails): Email[] => emails.sort());
const flag = fc.constantFrom(true, false, null);

const observedAt = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}T00:00:00.000Z`);

function anAccount(hostName: string, userId: number): fc.Arbitrary<ServerAccount> {
  return fc
    .record({
      primaryEmail: fc.option(anEmail),
      furtherEmails: fc.option(someEmails),
      suspended: flag,
      dormant: flag,
      siteAdmin: flag,
      systemUser: fc.constantFrom(null, null, null, null, 'ghost' as const, 'scim-admin' as const),
    })
    .map((facts) => serverAccount(`${hostName}:${userId}`, facts));
}

export function aServerSnapshot(hostName: string): fc.Arbitrary<ServerUsageSnapshot> {
  const accounts = fc
    .uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
    .chain((ids) => fc.tuple(...ids.sort((a, b) => a - b).map((id) => anAccount(hostName, id))));
  const channel = fc.constantFrom<Channel>('export', 'users-report', 'graphql');
  return fc.tuple(accounts, channel, observedAt).map(([list, via, at]) =>
    serverSnapshot(hostName, list, {
      channel: via,
      observedAt: at,
      instance: { hostName: host(hostName), serverId: null, version: null },
    }),
  );
}

const aRow = fc.record({
  samlNameId: fc.option(fc.oneof(anEmail, fc.constant('no-address'))),
  verifiedEmails: someEmails,
  serverPrimaryEmails: fc.uniqueArray(anEmail, { maxLength: 2 }),
  visualStudio: fc.option(fc.record({ email: anEmail, status: fc.constant(null) })),
  totalUserAccounts: fc.option(fc.integer({ min: 0, max: 4 })),
});

/** GitHub may give a user id without its host. */
const someBareIds = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ hostName: null, userId: 1 }]) },
);

/** Rows whose server accounts are disjoint, as GitHub's are. */
const someRows: fc.Arbitrary<LicenseRow[]> = fc
  .tuple(
    fc.subarray(LOGINS),
    fc.integer({ min: 0, max: 2 }),
    fc.shuffledSubarray([...HOSTS, 'ghes-gone'].flatMap((name) => [1, 2, 3].map((id) => `${name}:${id}`))),
  )
  .chain(([logins, loginless, refs]) => {
    const holders = [...logins, ...Array.from({ length: loginless }, () => null)];
    return fc
      .tuple(...holders.map(() => fc.tuple(aRow, fc.integer({ min: 0, max: 3 }), someBareIds)))
      .map((drawn) => {
        const left = [...refs];
        return drawn.map(([facts, take, bare], index) =>
          licenseRow({
            ...facts,
            login: holders[index] ?? null,
            serverAccounts: [...left.splice(0, take).map(ref), ...bare],
          }),
        );
      });
  });

export const aCloudSnapshot: fc.Arbitrary<CloudUsageSnapshot> = fc
  .tuple(
    someRows,
    fc.constantFrom<Channel>('export', 'rest'),
    observedAt,
    fc.option(fc.integer({ min: 0, max: 9 })),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([rows, channel, at, seatsConsumed, unidentifiedRows]) =>
    cloudSnapshot(rows, { channel, observedAt: at, seatsConsumed, unidentifiedRows }),
  );

/** Of accounts that are there and of one that is not. */
const anIdentitiesSnapshot: fc.Arbitrary<LinkedIdentitiesSnapshot> = fc
  .subarray([...LOGINS, 'zoe'].map((login) => login.toLowerCase()).sort())
  .chain((logins) =>
    fc.tuple(...logins.map((login) => someEmails.map((emails) => ({ login, emails }))), observedAt),
  )
  .map((drawn) => {
    const identities = drawn.filter((entry) => typeof entry !== 'string');
    return identitiesSnapshot(
      identities,
      drawn.find((entry) => typeof entry === 'string'),
    );
  });

/** Any observation of any source. */
export const aSnapshot: fc.Arbitrary<UsageSnapshot> = fc.oneof(
  aCloudSnapshot,
  anIdentitiesSnapshot,
  ...HOSTS.map((name) => aServerSnapshot(name)),
);
